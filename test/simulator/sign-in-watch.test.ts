import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { cleanDeviceText } from '../../src/core/device-text.ts'
import { WATCH_COMMAND } from '../../src/core/sign-in-watch/command.ts'
import type { Observation } from '../../src/core/sign-in-watch/observation.ts'
import { logReader } from '../../src/core/sign-in-watch/read-log.ts'
import { adbLink } from '../../src/device/adb/adb-link.ts'
import type { LinkEnd } from '../../src/device/phone-link.ts'
import { askAdbServer } from './adb-question.ts'
import { presets, startAdbServer, startPhone, type AdbServer, type PhoneState } from './index.ts'
import { waitUntil } from './wait-until.ts'

let server: AdbServer
beforeAll(async () => {
  server = await startAdbServer()
})
afterAll(() => server.close())

const REFUSED = ['XMPassport', 'processLoginContent, code: 70016, desc: 登录验证失败'] as const
const LIMITS = { totalMs: 20_000, maxBytes: 2 * 1024 * 1024 }

/** A phone on the cable, and a watch on its log. */
const watch = async (state: PhoneState, limits = LIMITS) => {
  const phone = await startPhone(state)
  onTestFinished(async () => {
    await server.disconnect(phone)
    await phone.close()
  })
  const begin = async () => {
    await server.connect(phone)
    const devices = (await askAdbServer(server.port, 'host:devices-l')) ?? ''
    const transportId = Number(/transport_id:(\d+)/.exec(devices)?.[1])
    const listed = { state: 'device', model: null, product: null, codename: null } as const
    const serial = cleanDeviceText(phone.adbSerial)
    const link = adbLink({ host: '127.0.0.1', port: server.port }, { ...listed, serial, transportId })
    const reader = logReader()
    const seen: Observation[] = []
    const stop = new AbortController()
    const ended: Promise<LinkEnd> = link.follow(WATCH_COMMAND, limits, stop.signal, (bytes) => {
      seen.push(...reader.push(bytes, Date.now()))
    })
    return { seen, reader, stop, ended }
  }
  return { phone, begin }
}

const codes = (seen: readonly Observation[]): readonly unknown[] =>
  seen.map((one) => (one.kind === 'code' ? one.code : one.error))

const { healthy, miui10 } = presets
const OLD_ANDROID = {
  ...miui10.phone(),
  features: ['cmd'],
  properties: { ...miui10.phone().properties, 'ro.build.version.sdk': '19' },
}

test.each([
  ['Android 14', healthy.phone()],
  ['Android 8 without shell protocol 2', { ...miui10.phone(), features: ['cmd'] }],
  ['Android 4.4, whose logcat begins with the oldest line', OLD_ANDROID],
])('what is logged from now on comes over a real adb server: %s', async (_, state) => {
  const { phone, begin } = await watch(state)
  for (const code of [20_003, 10_001])
    phone.log('XMPassport', `processLoginContent, code: ${String(code)}, desc: old`)
  // The beginning is told to the second.
  await new Promise((resolve) => {
    setTimeout(resolve, 1100)
  })
  const { seen, reader, stop, ended } = await begin()
  await waitUntil('the log to begin', () => reader.hasBegun())
  await waitUntil('logcat to run', () =>
    phone.commands.some(
      ({ words }) => words[0] === 'logcat' && (words.includes('-T') || state === OLD_ANDROID),
    ),
  )
  phone.log('OtherApp', 'processLoginContent, code: 1, desc: x')
  phone.spoilLog(Buffer.from([0, 0xff, 0xfe, 10, 0x80, 0x81, 10]))
  phone.log(...REFUSED)
  await waitUntil('the code', () => seen.length > 0)
  expect(codes(seen)).toEqual([70_016])
  stop.abort('stopped')
  expect(await ended).toMatchObject({ stopped: 'cancelled' })
  expect(phone.writes()).toEqual([])
})

test('a flood, a stalled phone, bytes that are no frames and a pulled cable each end as what they are', async () => {
  const { phone, begin } = await watch(healthy.phone(), { totalMs: 3000, maxBytes: 300_000 })
  const endsWith = async (fault: Parameters<typeof phone.misbehave>[0]) => {
    phone.misbehave(fault)
    const { ended } = await begin()
    return (await ended).stopped
  }
  expect(await endsWith({ kind: 'floods', stream: 'stdout' })).toBe('flood')
  expect(await endsWith({ kind: 'garbage' })).toBe('flood')
  expect(await endsWith({ kind: 'hangs', afterBytes: 0 })).toBe('silent')
  phone.misbehave(null)
  const { ended, reader } = await begin()
  await waitUntil('the log to begin', () => reader.hasBegun())
  await phone.unplug()
  expect((await ended).stopped).toBe('unplugged')
})

test('a phone without logcat says that its log has ended', async () => {
  const { begin } = await watch({ ...healthy.phone(), missingCommands: ['logcat'] })
  const { reader, ended } = await begin()
  expect(await ended).toMatchObject({ stopped: null })
  expect(reader.hasEnded()).toBe(true)
})

test('stopped, it leaves nothing running on the phone, also where adbd ends the shell alone', async () => {
  // The command itself in a shell of this machine, with something that never ends in place of logcat.
  const script = WATCH_COMMAND.replaceAll(
    /logcat -v time [^&]*& p=\$!/gu,
    'sleep 98765 & p=$!; echo child $p',
  )
  const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  shell.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()))
  await waitUntil('it to run', () => /child \d+\n/.test(text))
  const child = Number(/child (\d+)/.exec(text)?.[1])
  onTestFinished(() => {
    if (isAlive(child)) process.kill(child)
  })
  expect(isAlive(child)).toBe(true)
  shell.kill('SIGHUP')
  await waitUntil('it to end', () => !isAlive(child))
})

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
