import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { redirections } from './commands/effects.ts'
import { somePhone, startAdbServer, startPhone, type AdbServer, type SimulatedPhone } from './index.ts'

let server: AdbServer
let phone: SimulatedPhone

beforeAll(async () => {
  server = await startAdbServer()
})
beforeEach(async () => {
  phone = await startPhone(somePhone())
  await server.connect(phone)
  return () => phone.close()
})
afterAll(() => server.close())

const shell = (script: string) => server.adbFor(phone, ['shell', script])

test('each command is recorded with its words', async () => {
  await shell('getprop ro.serialno; settings get global "two words" 2>/dev/null | cat >/dev/null')
  expect(phone.commands.map(({ words }) => words)).toEqual(
    expect.arrayContaining([['getprop', 'ro.serialno'], ['settings', 'get', 'global', 'two words'], ['cat']]),
  )
  expect(phone.services.map(({ exitCode }) => exitCode)).toEqual([0])
  expect(phone.writes()).toEqual([])
})

test.for([
  'am start -n x',
  'input tap 1 2',
  'svc wifi enable',
  'setprop a b',
  'pm disable-user com.x',
  'reboot',
  'logcat -c',
])('%s is refused and recorded', async (command) => {
  const { exitCode, errors } = await shell(command)
  expect(exitCode).toBe(1)
  expect(errors).toContain('not allowed')
  expect(phone.violations()).toEqual([command])
})

test('what a fix may change is a write, not a violation', async () => {
  await shell('settings put global auto_time 1; pm enable com.xiaomi.account')
  expect(phone.writes()).toEqual(['settings put global auto_time 1', 'pm enable com.xiaomi.account'])
  expect(phone.violations()).toEqual([])
})

test('a service that is no shell is refused and recorded', async () => {
  const { errors } = await server.adbFor(phone, ['reboot'])
  expect(errors).toContain('closed')
  expect(phone.violations()).toEqual(['service reboot:'])
})

test('redirections into files are seen, harmless ones are not', () => {
  expect(redirections('getprop > /sdcard/a; x >>b')).toEqual(['> /sdcard/a', '>>b'])
  expect(redirections("a 2>/dev/null; b >&2; c >/dev/null 2>&1; echo 'x > y'; [ 1 -gt 0 ]")).toEqual([])
})
