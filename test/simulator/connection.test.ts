import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { somePhone, startAdbServer, startPhone, type AdbServer, type SimulatedPhone } from './index.ts'
import { waitUntil } from './wait-until.ts'

let server: AdbServer
let phone: SimulatedPhone

beforeAll(async () => {
  server = await startAdbServer()
  return () => server.close()
})
beforeEach(async () => {
  phone = await startPhone(somePhone())
  return async () => {
    await server.disconnect(phone)
    await phone.close()
  }
})

const shell = (script: string) => server.adbFor(phone, ['shell', script])

test('a phone waits for Allow, is allowed, and is refused again', async () => {
  await phone.setAuthorized(false)
  await server.connect(phone)
  expect(await server.devices()).toMatch(new RegExp(`^${phone.adbSerial} +unauthorized`, 'm'))
  expect((await shell('echo')).errors).toContain('device unauthorized')
  await phone.setAuthorized(true)
  await server.waitFor(phone, 'device')
  expect((await shell('echo allowed')).output).toBe('allowed\n')
  await phone.setAuthorized(false)
  await server.waitFor(phone, 'unauthorized')
})

test('a phone that does not speak is offline', async () => {
  await phone.setSilent(true)
  await server.connect(phone)
  expect(await server.devices()).toMatch(new RegExp(`^${phone.adbSerial} +offline`, 'm'))
  expect((await shell('echo')).errors).toContain('device offline')
  await phone.setSilent(false)
  await server.waitFor(phone, 'device')
})

test.for(['recovery', 'sideload', 'bootloader', 'rescue'])(
  'a phone in %s is listed as that',
  async (mode) => {
    phone.change({ mode })
    await server.connect(phone)
    expect(await server.devices()).toMatch(new RegExp(`^${phone.adbSerial} +${mode} `, 'm'))
    const { output, errors } = await shell('echo here')
    const hasShell = mode === 'recovery' || mode === 'rescue'
    expect(output).toBe(hasShell ? 'here\n' : '')
    expect(errors).toMatch(hasShell ? /^$/ : /closed/)
  },
)

test('a phone of before shell v2: one stream and no exit code', async () => {
  phone.change({ features: ['cmd'] })
  await server.connect(phone)
  expect(await shell('echo out; echo err >&2; exit 7')).toEqual({
    exitCode: 0,
    output: 'out\nerr\n',
    errors: '',
  })
  expect(phone.services.map(({ service }) => service)).toEqual(['shell:echo out; echo err >&2; exit 7'])
})

test('a phone of before Android 7: packets of 4096 bytes, and commands that it does not have', async () => {
  const old = await startPhone(
    somePhone({ maximumPayload: 4096, features: [], missingCommands: ['timeout', 'nc'] }),
  )
  await server.connect(old)
  const script = 'getprop; command -v timeout || echo none'
  const { output } = await server.adbFor(old, ['shell', script])
  expect(output.length).toBeGreaterThan(40_000)
  expect(output).toMatch(/\nnone\n$/)
  await server.disconnect(old)
  await old.close()
})

test('exec has no frames', async () => {
  await server.connect(phone)
  expect((await server.adbFor(phone, ['exec-out', 'echo out; exit 7'])).output).toBe('out\n')
  expect(phone.services[0]?.service).toBe('exec:echo out; exit 7')
})

test('what the host sends reaches the script', async () => {
  await server.connect(phone)
  const words = ['-P', String(server.port), '-s', phone.adbSerial, 'shell', 'cat | wc -c']
  const child = spawn('adb', words, { env: server.environment })
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
  })
  child.stdin.end(Buffer.alloc(700_000, 'x'))
  await once(child, 'close')
  expect(output).toBe('700000\n')
})

test('a megabyte arrives whole', async () => {
  phone.change({
    answers: { 'dumpsys big': Array.from({ length: 100_000 }, (_, at) => `line ${String(at)}\n`).join('') },
  })
  await server.connect(phone)
  const { output } = await shell('dumpsys big')
  expect(output.length).toBeGreaterThan(1_000_000)
  expect(output).toBe(phone.state.answers['dumpsys big'])
})

test('twenty shells at once', async () => {
  await server.connect(phone)
  const numbers = Array.from({ length: 20 }, (_, at) => String(at))
  const results = await Promise.all(numbers.map((one) => shell(`getprop none ${one}; exit ${one}`)))
  expect(results.map(({ output }) => output.trim())).toEqual(numbers)
  expect(results.map(({ exitCode }) => String(exitCode))).toEqual(numbers)
})

test('two phones that say the same serial are two phones', async () => {
  const twin = await startPhone(somePhone({ battery: { level: 3 } }))
  await server.connect(phone)
  await server.connect(twin)
  expect((await server.devices()).match(/ device product/g)).toHaveLength(2)
  const ask = ['shell', 'getprop ro.serialno; dumpsys battery | grep level']
  const [first, second] = await Promise.all([server.adbFor(phone, ask), server.adbFor(twin, ask)])
  expect(first.output).toBe(`${phone.state.serial}\n  level: 81\n`)
  expect(second.output).toBe(`${phone.state.serial}\n  level: 3\n`)
  await server.disconnect(twin)
  await twin.close()
})

test('unplugged, a phone is gone; plugged in, it is back as a new transport', async () => {
  await server.connect(phone)
  const before = await server.devices()
  await phone.unplug()
  expect(await server.devices()).not.toContain(phone.adbSerial)
  await phone.plug()
  await server.waitFor(phone, 'device')
  expect(await server.devices()).not.toBe(before)
  expect((await shell('echo back')).output).toBe('back\n')
})

test('a killed adb server is gone at once, and a new one finds the phones again', async () => {
  await server.connect(phone)
  await server.kill()
  expect(await answers(server.port)).toBe(false)
  await server.restart()
  await server.waitFor(phone, 'device')
  expect((await shell('echo again')).output).toBe('again\n')
})

test('closing a phone ends its scripts and its port', async () => {
  await server.connect(phone)
  const running = shell('echo $$; sleep 1000 & logcat')
  await waitUntil('logcat to run', () => phone.commands.some(({ words }) => words[0] === 'logcat'))
  await phone.close()
  const { output } = await running
  const group = Number(output.trim())
  expect(group).toBeGreaterThan(1)
  await waitUntil('the shell and all it started to end', () => !isGroupAlive(group))
  expect(await answers(phone.port)).toBe(false)
})

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
  })
}

/** One that has ended but that no one has asked after yet (state Z) is not alive. Source: proc(5). */
function isGroupAlive(group: number): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const [state, , ownGroup] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return Number(ownGroup) === group && state !== 'Z'
    } catch {
      return false
    }
  })
}
