import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { somePhone, startAdbServer, startPhone, type AdbServer, type SimulatedPhone } from './index.ts'

let server: AdbServer
let phone: SimulatedPhone

beforeAll(async () => {
  server = await startAdbServer()
})
beforeEach(async () => {
  phone = await startPhone(somePhone())
  await server.connect(phone)
  return async () => {
    await server.disconnect(phone)
    await phone.close()
  }
})
afterAll(() => server.close())

/** How long an answer is waited for that never comes. */
const patience = 1000
const ended = -1
const shell = (script: string) => server.adbFor(phone, ['shell', script])
const hangingShell = (script: string) => server.adbFor(phone, ['shell', script], patience)

/** All bytes of a shell's stream, which `adb shell` shows only frame by frame; until it ends or patience does. */
function rawShell(script: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const requests = [`host:transport:${phone.adbSerial}`, `shell,v2,raw:${script}`]
    const parts: Buffer[] = []
    const socket = connect(server.port, '127.0.0.1')
    // One request after the other's OKAY: adb 29 loses a second one that comes with the first.
    const ask = (): void => {
      const request = requests.shift()
      if (request !== undefined) socket.write(`${request.length.toString(16).padStart(4, '0')}${request}`)
    }
    ask()
    socket.on('data', (bytes: Buffer) => {
      parts.push(bytes)
      ask()
    })
    socket.once('error', () => {})
    socket.once('close', () => resolve(Buffer.concat(parts).subarray('OKAYOKAY'.length)))
    setTimeout(() => socket.destroy(), patience).unref()
  })
}

test('OPEN is never answered', async () => {
  phone.misbehave({ kind: 'ignores-open' })
  expect(await hangingShell('echo')).toEqual({ exitCode: ended, output: '', errors: '' })
  expect(phone.services).toEqual([])
})

test('a shell never answers, and the next one does', async () => {
  phone.misbehave({ kind: 'hangs', afterBytes: 0, only: 'getprop' })
  const [silent, other] = await Promise.all([hangingShell('getprop'), shell('echo fine')])
  expect(silent).toEqual({ exitCode: ended, output: '', errors: '' })
  expect(other.output).toBe('fine\n')
  phone.misbehave(null)
  expect((await shell('getprop ro.product.device')).output).toBe('pipa\n')
})

test('a shell stops in the middle', async () => {
  phone.misbehave({ kind: 'hangs', afterBytes: 300 })
  expect(await hangingShell('echo first; sleep 0.3; getprop')).toMatchObject({
    exitCode: ended,
    output: 'first\n',
  })
  expect(await rawShell('getprop')).toHaveLength(300)
})

test('one command never ends', async () => {
  phone.misbehave({ kind: 'hangs-at', command: 'dumpsys' })
  expect(await hangingShell('echo before; dumpsys account; echo after')).toMatchObject({
    exitCode: ended,
    output: 'before\n',
  })
})

test('the cable is pulled in the middle of an answer', async () => {
  phone.misbehave({ kind: 'unplugs', afterBytes: 300 })
  expect(await rawShell('getprop')).toHaveLength(300)
  await server.waitFor(phone, undefined)
  await phone.plug()
  expect((await shell('echo first; sleep 0.3; getprop')).output).toBe('first\n')
  await server.waitFor(phone, undefined)
  phone.misbehave(null)
  await phone.plug()
  expect((await shell('echo whole')).output).toBe('whole\n')
})

test('the cable is pulled as a command starts', async () => {
  phone.misbehave({ kind: 'unplugs-at', command: 'settings' })
  const { output } = await shell('echo before; getprop none two; settings list global; echo after')
  expect(output).toBe('before\ntwo\n')
  await server.waitFor(phone, undefined)
})

test('the cable is pulled on demand', async () => {
  const running = server.adbFor(phone, ['shell', 'sleep 100'])
  await phone.unplug()
  // adb 29 ends with 0 here: an exit code alone does not say that a command ran to its end.
  expect((await running).output).toBe('')
})

test('each packet takes its time', async () => {
  phone.misbehave({ kind: 'slow', packetMilliseconds: 60 })
  const start = performance.now()
  expect((await shell('echo slow')).output).toBe('slow\n')
  // OPEN and OKAY, WRTE of the text and of the exit code with the OKAY between them.
  expect(performance.now() - start).toBeGreaterThan(180)
})

test('one command takes its time', async () => {
  phone.misbehave({ kind: 'slow', commandMilliseconds: { dumpsys: 150, 'dumpsys package': 350 } })
  const timed = async (script: string): Promise<number> => {
    const start = performance.now()
    await shell(script)
    return performance.now() - start
  }
  expect(await timed('dumpsys account >/dev/null')).toBeGreaterThanOrEqual(150)
  expect(await timed('dumpsys package com.x >/dev/null')).toBeGreaterThanOrEqual(350)
})

test.for(['stdout', 'stderr'] as const)('%s without end', async (stream) => {
  phone.misbehave({ kind: 'floods', stream })
  const { exitCode, output, errors } = await hangingShell('getprop')
  expect(exitCode).toBe(ended)
  expect((stream === 'stdout' ? output : errors).length).toBeGreaterThan(1_000_000)
  phone.misbehave(null)
  expect((await shell('echo alive')).output).toBe('alive\n')
})

test('a frame that claims 4 GiB', async () => {
  phone.misbehave({ kind: 'huge-frame' })
  const bytes = await rawShell('getprop')
  expect([bytes[0], bytes.readUInt32LE(1), bytes.subarray(5).toString()]).toEqual([1, 0xffffffff, 'hello'])
  expect((await hangingShell('getprop')).exitCode).toBe(ended)
})

test('garbage in place of frames', async () => {
  phone.misbehave({ kind: 'garbage' })
  expect((await shell('getprop')).output).toContain('well until here\n')
})

test('garbage in place of packets: adb gives the phone up', async () => {
  phone.misbehave({ kind: 'garbage-packets' })
  expect((await shell('getprop')).output).toBe('')
  await server.waitFor(phone, 'offline')
})

test('no exit code', async () => {
  phone.misbehave({ kind: 'no-exit-code' })
  expect((await shell('echo text; exit 7')).output).toBe('text\n')
})

test('several faults at once', async () => {
  phone.misbehave([
    { kind: 'hangs', afterBytes: 0, only: 'first' },
    { kind: 'no-exit-code', only: 'second' },
  ])
  const [first, second] = await Promise.all([hangingShell('echo first'), shell('echo second')])
  expect(first.exitCode).toBe(ended)
  expect(second.output).toBe('second\n')
})
