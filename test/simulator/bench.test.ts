import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { ListedPhone } from '../../src/core/phone.ts'
import { SECTIONS } from '../../src/core/probes/index.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import type { Bench, LinkEnd } from '../../src/device/phone-link.ts'
import {
  changed,
  somePhone,
  startAdbServer,
  startPhone,
  type AdbServer,
  type PhoneOptions,
  type PhoneState,
  type SimulatedPhone,
} from './index.ts'
import { waitUntil } from './wait-until.ts'

let adb: AdbServer
let bench: Bench

beforeAll(async () => {
  adb = await startAdbServer()
  return () => adb.close()
})
beforeEach(() => {
  // No program: a server that goes away stays away until the test brings it back.
  bench = adbBench({ kind: 'port', port: adb.port }, () => null)
  return () => bench.close()
})

const phoneOn = async (
  state: PhoneState = somePhone(),
  options: PhoneOptions = {},
): Promise<SimulatedPhone> => {
  const phone = await startPhone(state, options)
  onTestFinished(async () => {
    await adb.disconnect(phone)
    await phone.close()
  })
  await adb.connect(phone)
  return phone
}

const listed = ({ adbSerial }: SimulatedPhone): ListedPhone | undefined =>
  bench.state().phones.find(({ serial }) => serial === adbSerial)

const reaches = async (phone: SimulatedPhone, state: string | undefined): Promise<ListedPhone> => {
  await expect.poll(() => listed(phone)?.state, { timeout: 10_000, interval: 10 }).toBe(state)
  return listed(phone) as ListedPhone
}

type Read = { readonly end: LinkEnd; readonly outputs: readonly SectionOutput[] }

const read = async (
  phone: ListedPhone,
  signal: AbortSignal = new AbortController().signal,
  outputs: SectionOutput[] = [],
): Promise<Read> => {
  const end = await bench.open(phone).inspect(SECTIONS, signal, (output) => outputs.push(output))
  return { end, outputs }
}
const textOf = ({ outputs }: Read, id: string): string =>
  outputs.find((output) => output.id === id)?.text ?? ''

/** In an order of their own: settings are asked for side by side. */
const linesOf = (of: Read, id: string): readonly string[] => textOf(of, id).split('\n').toSorted()

test('a phone comes with its names and goes', async () => {
  const phone = await phoneOn()
  expect(await reaches(phone, 'device')).toMatchObject({ product: 'pipa eea', codename: 'pipa' })
  expect(bench.state().server).toMatchObject({ state: 'running', port: adb.port })
  await phone.unplug()
  await reaches(phone, undefined)
})

test('plugged in again it has another number', async () => {
  const phone = await phoneOn()
  const before = await reaches(phone, 'device')
  await phone.unplug()
  await reaches(phone, undefined)
  await phone.plug()
  const after = await reaches(phone, 'device')
  expect(after.transportId).not.toBe(before.transportId)
  expect((await read(before)).end).toMatchObject({ stopped: 'unplugged', roundTrips: 0 })
})

test('a tap on Allow is seen, and that it is taken back', async () => {
  const phone = await phoneOn(somePhone(), { authorized: false })
  const waiting = await reaches(phone, 'unauthorized')
  await phone.setAuthorized(true)
  expect((await reaches(phone, 'device')).transportId).toBe(waiting.transportId)
  await phone.setAuthorized(false)
  await reaches(phone, 'unauthorized')
})

test('a phone that is not ready is there all the same, and reading it says so', async () => {
  const silent = await phoneOn(somePhone(), { silent: true })
  const sideload = await phoneOn(changed(somePhone(), { mode: 'sideload' }))
  const offline = await reaches(silent, 'offline')
  await reaches(sideload, 'sideload')
  expect((await read(offline)).end).toMatchObject({ stopped: 'unplugged', roundTrips: 0 })
})

test('every section arrives whole, in one wait on the phone, and nothing is changed', async () => {
  const phone = await phoneOn()
  const { end, outputs } = await read(await reaches(phone, 'device'))
  expect(end).toEqual({ stopped: null, roundTrips: 1, detail: null })
  expect(outputs.map(({ id }) => id).toSorted()).toEqual(SECTIONS.map(({ id }) => id).toSorted())
  expect(outputs.filter(({ complete }) => !complete)).toEqual([])
  expect(phone.services.map(({ service }) => service.split(':', 1)[0])).toEqual(
    [...new Set(SECTIONS.map(({ stream }) => stream))].map(() => 'shell,v2,raw'),
  )
  expect(phone.writes()).toEqual([])
})

test('a phone of before Android 7 says the same', async () => {
  const modern = await phoneOn()
  const old = await phoneOn(somePhone({ features: ['cmd'] }))
  const [one, other] = await Promise.all([
    read(await reaches(modern, 'device')),
    read(await reaches(old, 'device')),
  ])
  expect(other.end).toEqual({ stopped: null, roundTrips: 1, detail: null })
  for (const id of ['getprop', 'settings', 'packages', 'battery', 'account']) {
    expect(linesOf(other, id)).toEqual(linesOf(one, id))
    expect(textOf(other, id)).not.toBe('')
  }
})

test('two phones that say one serial are read apart', async () => {
  const one = await phoneOn(somePhone({ battery: { level: 3 } }))
  const other = await phoneOn(somePhone({ battery: { level: 77 } }))
  const [first, second] = await Promise.all([
    read(await reaches(one, 'device')),
    read(await reaches(other, 'device')),
  ])
  expect(textOf(first, 'getprop')).toBe(textOf(second, 'getprop'))
  expect(textOf(first, 'battery')).toContain('level: 3\n')
  expect(textOf(second, 'battery')).toContain('level: 77\n')
})

test('unplugged in the middle, a phone leaves what had arrived', async () => {
  const phone = await phoneOn()
  const plugged = await reaches(phone, 'device')
  phone.misbehave([
    { kind: 'slow', commandMilliseconds: { 'dumpsys battery': 10_000 } },
    { kind: 'unplugs-at', command: 'df' },
  ])
  const { end, outputs } = await read(plugged)
  expect(end).toMatchObject({ stopped: 'unplugged', roundTrips: 1 })
  const whole = outputs.filter(({ complete }) => complete).map(({ id }) => id)
  expect(whole).toEqual(expect.arrayContaining(['clock', 'getprop', 'settings']))
  expect(whole).not.toContain('storage')
  expect(whole).not.toContain('battery')
  await reaches(phone, undefined)
})

test('unplugged in the middle of a shell that ends as if it were done, a phone of before Android 7 was not read', async () => {
  const phone = await phoneOn(somePhone({ features: ['cmd'] }))
  const plugged = await reaches(phone, 'device')
  phone.misbehave([
    { kind: 'unplugs-at', command: 'dumpsys' },
    { kind: 'slow', commandMilliseconds: { getprop: 200 } },
  ])
  const { end, outputs } = await read(plugged)
  expect(end.stopped).toBe('unplugged')
  expect(outputs.length).toBeLessThan(SECTIONS.length)
})

test('a phone whose names imitate lines of the list is one phone, under its own number', async () => {
  const forged = 'x\nevil device product:y model:z device:w transport_id:99'
  const phone = await phoneOn(somePhone({ product: forged, model: `${forged} transport_id:98 ` }))
  await reaches(phone, 'device')
  expect(bench.state().phones).toHaveLength(1)
  const own = /transport_id:(\d+)\s*$/mu.exec(await adb.devices())?.[1]
  expect(String(listed(phone)?.transportId)).toBe(own)
  expect((await read(await reaches(phone, 'device'))).end.stopped).toBe(null)
})

test('a phone that hangs keeps nobody from reading another one', async () => {
  const stuck = await phoneOn()
  const well = await phoneOn()
  stuck.misbehave({ kind: 'hangs-at', command: 'settings' })
  const [plugged, other] = [await reaches(stuck, 'device'), await reaches(well, 'device')]
  const stop = new AbortController()
  const outputs: SectionOutput[] = []
  const hanging = read(plugged, stop.signal, outputs)
  await waitUntil('the first sections', () => outputs.some(({ id }) => id === 'getprop'))
  expect((await read(other)).end).toEqual({ stopped: null, roundTrips: 1, detail: null })
  stop.abort('cancelled')
  expect((await hanging).end).toMatchObject({ stopped: 'cancelled' })
  expect(outputs.filter(({ complete }) => complete).map(({ id }) => id)).toContain('getprop')
  stuck.misbehave(null)
  expect((await read(plugged)).end.stopped).toBe(null)
})

test.each([
  ['floods stdout', { kind: 'floods', stream: 'stdout' }, 'flood'],
  ['floods stderr', { kind: 'floods', stream: 'stderr' }, 'flood'],
  ['claims a frame of 4 GiB', { kind: 'huge-frame' }, 'flood'],
  ['ends without an exit status', { kind: 'no-exit-code' }, 'unplugged'],
] as const)(
  'a phone that %s is let go, and read when it has come to its senses',
  async (_, fault, stopped) => {
    const phone = await phoneOn()
    const plugged = await reaches(phone, 'device')
    phone.misbehave(fault)
    expect((await read(plugged)).end.stopped).toBe(stopped)
    phone.misbehave(null)
    expect((await read(plugged)).end.stopped).toBe(null)
  },
)

test('a server that is killed takes its phones with it, and brings them back', async () => {
  const phone = await phoneOn()
  const plugged = await reaches(phone, 'device')
  phone.misbehave({ kind: 'hangs-at', command: 'settings' })
  const outputs: SectionOutput[] = []
  const reading = read(plugged, undefined, outputs)
  await waitUntil('the first sections', () => outputs.some(({ id }) => id === 'getprop'))
  await adb.kill()
  expect((await reading).end.stopped).toBe('unplugged')
  expect(outputs.map(({ id }) => id)).toContain('getprop')
  await expect.poll(() => bench.state().server.state, { timeout: 5000 }).toBe('no-adb')
  expect(bench.state().phones).toEqual([])
  phone.misbehave(null)
  await adb.restart()
  expect((await read(await reaches(phone, 'device'))).end.stopped).toBe(null)
})
