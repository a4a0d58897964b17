import { expect, onTestFinished, test } from 'vitest'
import type { ListedPhone } from '../../src/core/phone.ts'
import { LimitReached, type Limits } from '../../src/device/adb/connector.ts'
import { askServer } from '../../src/device/adb/server.ts'
import { hasShellProtocol, runScript, type ShellEnd } from '../../src/device/adb/shell.ts'
import { trackPhones } from '../../src/device/adb/track.ts'
import {
  afterAnswer,
  counted,
  inPlaceOfAnswer,
  misbehaviours,
  pours,
  startFakeServer,
  type FakeServer,
  type Misbehaviour,
  type Talk,
} from './fake-server.ts'
import { expectNothingLeft, watchTimers } from './leaks.ts'

const LIMITS: Limits = { connectMs: 1000, firstByteMs: 150, idleMs: 150, totalMs: 300, maxBytes: 50_000 }
/** More than the longest limit, for a machine that is busy; far below the limits of the app. */
const PATIENCE_MS = 1500

const never = (): AbortSignal => new AbortController().signal

const serve = async (behave: (talk: Talk) => void | Promise<void>): Promise<FakeServer> => {
  const server = await startFakeServer(behave)
  onTestFinished(() => server.close())
  return server
}

/** What `ask` comes to at a server that behaves so, when it ended in time and left nothing behind. */
const ended = async <T>(
  behave: (talk: Talk) => void | Promise<void>,
  ask: (target: FakeServer['target']) => Promise<T>,
): Promise<T> => {
  const server = await serve(behave)
  const timers = watchTimers()
  const started = performance.now()
  const answer = await ask(server.target)
  expect(performance.now() - started).toBeLessThan(PATIENCE_MS)
  await expectNothingLeft(timers, server)
  return answer
}

const every = Object.entries(misbehaviours) as [string, Misbehaviour][]
const SILENT = ['says nothing', 'answers with 2 bytes', 'drips its answer']
const FLOOD = ['refuses without end']

const run =
  (options: { protocol2?: boolean; onOutput?: (bytes: Uint8Array) => void; signal?: AbortSignal } = {}) =>
  (target: FakeServer['target']): Promise<ShellEnd> =>
    runScript(target, 7, 'getprop', {
      protocol2: true,
      limits: LIMITS,
      signal: never(),
      onOutput: () => undefined,
      ...options,
    })

test.each(every)('a server that %s is a stranger', async (_, misbehave) => {
  const ask = (target: FakeServer['target']) => askServer(target, never(), LIMITS)
  expect(await ended(inPlaceOfAnswer(0, misbehave), ask)).toEqual({ kind: 'stranger' })
})

test.each(every)('a list from a server that %s comes to an end without a phone', async (_, misbehave) => {
  const lists: (readonly ListedPhone[])[] = []
  const ask = (target: FakeServer['target']) =>
    trackPhones(target, never(), (phones) => lists.push(phones), {
      ...LIMITS,
      firstListMs: 300,
      idleMs: null,
      totalMs: null,
      maxBytes: null,
    })
  await ended(inPlaceOfAnswer(0, misbehave), ask)
  expect(lists).toEqual([])
})

test.each(every)('features from a server that %s are refused', async (_, misbehave) => {
  const ask = (target: FakeServer['target']) =>
    hasShellProtocol(target, 7, never(), LIMITS).catch((error: unknown) => error)
  for (const okays of [0, 1]) {
    expect(await ended(inPlaceOfAnswer(okays, misbehave), ask)).toBeInstanceOf(Error)
  }
})

test.each(every)('a script at a server that %s stops with its reason', async (name, misbehave) => {
  const stopped = SILENT.includes(name) ? 'silent' : FLOOD.includes(name) ? 'flood' : 'unplugged'
  for (const okays of [0, 1]) {
    const end = await ended(inPlaceOfAnswer(okays, misbehave), run())
    expect(end.stopped).toBe(stopped)
    expect(end.detail?.length).toBeLessThanOrEqual(200)
  }
})

const output = (text: string): Buffer => {
  const bytes = Buffer.alloc(5 + text.length, text)
  bytes.writeUInt8(1, 0)
  bytes.writeUInt32LE(text.length, 1)
  bytes.write(text, 5)
  return bytes
}
const complaint = (text: string): Buffer => {
  const bytes = output(text)
  bytes.writeUInt8(2, 0)
  return bytes
}
const EXIT_0 = Buffer.from([3, 1, 0, 0, 0, 0])

test.each<[string, Misbehaviour, ShellEnd['stopped']]>([
  ['ends with an exit status', (socket) => socket.end(EXIT_0), null],
  ['stays open after the exit status', (socket) => socket.write(EXIT_0), null],
  ['goes on after the exit status', (socket) => socket.write(Buffer.concat([EXIT_0, output('x')])), null],
  ['ends without an exit status', (socket) => socket.end(), 'unplugged'],
  ['ends in the middle of a frame', (socket) => socket.end(output('half').subarray(0, 7)), 'unplugged'],
  ['is reset', (socket) => socket.resetAndDestroy(), 'unplugged'],
  ['falls silent', () => undefined, 'silent'],
  [
    'falls silent in the middle of a frame',
    (socket) => socket.write(output('half').subarray(0, 7)),
    'silent',
  ],
  ['claims a frame of 4 GiB', (socket) => socket.write(Buffer.from([1, 255, 255, 255, 255, 65])), 'flood'],
  ['writes without end', pours(output('x'.repeat(30_000))), 'flood'],
  ['complains without end', pours(complaint('x'.repeat(30_000))), 'flood'],
  ['sends empty frames without end', pours(Buffer.alloc(50_000)), 'flood'],
])('a stream that starts well and %s', async (_, misbehave, stopped) => {
  let text = ''
  const goOn: Misbehaviour = (socket) => {
    // Apart, as a reset takes with it what nobody has read yet.
    socket.write(output('well'), () => setTimeout(() => misbehave(socket), 30))
  }
  const onOutput = (bytes: Uint8Array): void => {
    text += Buffer.from(bytes).toString()
  }
  expect(await ended(afterAnswer(2, goOn), run({ onOutput }))).toMatchObject({ stopped })
  expect(text.startsWith('well')).toBe(true)
  expect(text.length).toBeLessThanOrEqual(LIMITS.maxBytes ?? 0)
})

test('a phone that falls silent is not waited for until the limit of the whole', async () => {
  const talking: Misbehaviour = (socket) => {
    socket.write(output('well'))
  }
  const patient = { ...LIMITS, firstByteMs: 60_000, totalMs: 60_000 }
  const ask = (target: FakeServer['target']) =>
    runScript(target, 7, 'getprop', {
      protocol2: true,
      limits: patient,
      signal: never(),
      onOutput: () => undefined,
    })
  expect(await ended(afterAnswer(2, talking), ask)).toEqual({
    stopped: 'silent',
    detail: new LimitReached('idle').message,
    hangs: true,
  })
})

test('a slow phone that never falls silent ends at the limit of the whole', async () => {
  const slowly: Misbehaviour = (socket) => {
    const timer = setInterval(() => socket.write(output('x')), 20)
    socket.once('close', () => clearInterval(timer))
  }
  const server = await serve(afterAnswer(2, slowly))
  expect(await run()(server.target)).toEqual({
    stopped: 'silent',
    detail: new LimitReached('total').message,
    hangs: false,
  })
})

test('without shell protocol all bytes are output, and the end of the stream is no failure', async () => {
  let text = ''
  const onOutput = (bytes: Uint8Array): void => {
    text += Buffer.from(bytes).toString()
  }
  const old = run({ protocol2: false, onOutput })
  expect(
    await ended(
      afterAnswer(2, (socket) => socket.end('old phone')),
      old,
    ),
  ).toEqual({
    stopped: null,
    detail: null,
  })
  expect(text).toBe('old phone')
})

test('without shell protocol a reset is no end of output', async () => {
  const old = run({ protocol2: false })
  expect(
    await ended(
      afterAnswer(2, (socket) => socket.resetAndDestroy()),
      old,
    ),
  ).toMatchObject({
    stopped: 'unplugged',
  })
})

test('a script is asked for at the phone with that number', async () => {
  const server = await serve(afterAnswer(2, (socket) => socket.end(EXIT_0)))
  await run()(server.target)
  await run({ protocol2: false })(server.target)
  expect(server.requests).toEqual([
    'host:transport-id:7',
    'shell,v2,raw:getprop',
    'host:transport-id:7',
    'shell:getprop',
  ])
})

test.each([
  ['unplugged', 'unplugged'],
  ['cancelled', 'cancelled'],
])('%s in the middle, a script ends at once and says so', async (reason, stopped) => {
  const stop = new AbortController()
  const talking: Misbehaviour = (socket) => {
    socket.write(output('well'))
  }
  const onOutput = (): void => stop.abort(reason)
  expect(await ended(afterAnswer(2, talking), run({ signal: stop.signal, onOutput }))).toMatchObject({
    stopped,
  })
})

test('what is cancelled before it began asks nobody', async () => {
  const server = await serve(misbehaviours['says nothing'])
  expect(await run({ signal: AbortSignal.abort('cancelled') })(server.target)).toMatchObject({
    stopped: 'cancelled',
  })
  expect(await askServer(server.target, AbortSignal.abort(), LIMITS)).toEqual({ kind: 'stranger' })
  expect(server.requests).toEqual([])
})

test.each([
  ['has the shell protocol', 'cmd,shell_v2,stat_v2', true],
  ['has no shell protocol', 'cmd,shell_v22', false],
  ['has no features at all', '', false],
])('a phone that %s', async (_, features, expected) => {
  const server = await serve(afterAnswer(2, (socket) => socket.write(counted(features))))
  expect(await hasShellProtocol(server.target, 7, never(), LIMITS)).toBe(expected)
  expect(server.requests).toEqual(['host:transport-id:7', 'host:features'])
})
