import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { SECTIONS } from '../../src/core/probes/index.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import { presets, startAdbServer, startPhone, type AdbServer, type SimulatedPhone } from './index.ts'
import { startPhoneApart } from './phone-apart.ts'
import { askAdbServer } from './adb-question.ts'
import { waitUntil } from './wait-until.ts'

let adb: AdbServer

beforeAll(async () => {
  adb = await startAdbServer()
  return () => adb.close()
})

const reader = async (adbSerial: string) => {
  const bench = adbBench({ kind: 'port', port: adb.port }, () => null)
  onTestFinished(() => bench.close())
  const listed = () => bench.state().phones.find(({ serial }) => serial === adbSerial)
  await waitUntil('the phone', () => listed()?.state === 'device')
  return async (): Promise<ReadonlyMap<string, SectionOutput>> => {
    const phone = listed()
    if (phone === undefined) throw new Error('The phone is gone.')
    const outputs = new Map<string, SectionOutput>()
    const end = await bench
      .open(phone)
      .inspect(SECTIONS, new AbortController().signal, (output) => outputs.set(output.id, output))
    expect(end).toEqual({ stopped: null, roundTrips: 1, detail: null })
    expect([...outputs.keys()].toSorted()).toEqual(SECTIONS.map(({ id }) => id).toSorted())
    return outputs
  }
}

const plugged = async (spareShells: number): Promise<SimulatedPhone> => {
  const phone = await startPhone(presets.clockAndPackage.phone(), { spareShells })
  onTestFinished(async () => {
    await adb.disconnect(phone)
    await phone.close()
  })
  await adb.connect(phone)
  return phone
}

test('a phone that answers from memory runs no command, and says the same', async () => {
  const phone = await plugged(0)
  const read = await reader(phone.adbSerial)
  const first = await read()
  const ran = phone.commands.length
  phone.recall(true)
  const second = await read()
  expect(phone.commands.length).toBe(ran)
  for (const id of ['clock', 'getprop', 'packages', 'connectivity', 'settings'])
    expect(second.get(id)?.text).toBe(first.get(id)?.text)
})

test('a phone that has changed has nothing to remember', async () => {
  const phone = await plugged(0)
  const read = await reader(phone.adbSerial)
  await read()
  phone.recall(true)
  phone.change({ battery: { level: 7 } })
  expect((await read()).get('battery')?.text).toContain('level: 7')
})

test('shells that waited for their script run it like any other, and are made anew', async () => {
  const phone = await plugged(2)
  const read = await reader(phone.adbSerial)
  await read()
  await read()
  expect(phone.writes()).toEqual([])
  const { exitCode, output } = await adb.adbFor(phone, ['shell', 'echo "it\'s"; exit 7'])
  expect([exitCode, output]).toEqual([7, "it's\n"])
})

test('a phone in a process of its own is changed, misbehaves and ends as it is told', async () => {
  const phone = await startPhoneApart('clockAndPackage')
  await askAdbServer(adb.port, `host:connect:${phone.adbSerial}`, 5000)
  const read = await reader(phone.adbSerial)
  await phone.change({ serial: 'apart' })
  expect((await read()).get('getprop')?.text).toContain('[ro.serialno]: [apart]')
  await phone.misbehave({ kind: 'slow', commandMilliseconds: { getprop: 400 } })
  const started = performance.now()
  await read()
  expect(performance.now() - started).toBeGreaterThan(400)
  await phone.close()
})
