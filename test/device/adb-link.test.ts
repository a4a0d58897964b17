import { expect, onTestFinished, test, vi } from 'vitest'
import { cleanDeviceText } from '../../src/core/device-text.ts'
import type { ListedPhone } from '../../src/core/phone.ts'
import type { Section, SectionOutput } from '../../src/core/probes/probe.ts'
import { adbLink } from '../../src/device/adb/adb-link.ts'
import type { Limits } from '../../src/device/adb/connector.ts'
import type { LinkEnd } from '../../src/device/phone-link.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import { counted, startFakeServer, type FakeServer, type Talk } from './fake-server.ts'
import { expectNothingLeft, watchTimers } from './leaks.ts'

const LIMITS: Limits = { connectMs: 1000, firstByteMs: 200, idleMs: 200, totalMs: 1000, maxBytes: 100_000 }

const PHONE: ListedPhone = {
  serial: cleanDeviceText('0123456789ABCDEF'),
  transportId: 7,
  state: 'device',
  model: null,
  product: null,
  codename: null,
}

const section = (id: string, stream: Section['stream']): Section => ({ id, command: `run ${id}`, stream })
const SECTIONS = [section('clock', 'main'), section('getprop', 'main'), section('hosts', 'hosts')]

type Shell = { readonly script: string; readonly mark: string; readonly talk: Talk }

/** An adb server with one phone on it, which runs a script as `shell` says. */
const withPhone = async (
  shell: (call: Shell) => void | Promise<void>,
  features = 'cmd,shell_v2',
): Promise<FakeServer> => {
  const server = await startFakeServer(async (talk) => {
    await talk.request()
    talk.socket.write('OKAY')
    const service = await talk.request()
    talk.socket.write('OKAY')
    if (service === 'host:features') return void talk.socket.write(counted(features))
    const script = service.slice(service.indexOf(':') + 1)
    await shell({ script, mark: /^(@@\S+) 0 /mu.exec(script)?.[1] ?? '', talk })
  })
  onTestFinished(() => server.close())
  return server
}

const framed = (text: string): Buffer => {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(text))
  bytes.writeUInt8(1, 0)
  bytes.writeUInt32LE(bytes.length - 5, 1)
  bytes.write(text, 5)
  return bytes
}
const EXIT = Buffer.from([3, 1, 0, 0, 0, 0])

/** Each command of a script answers with itself. */
const answerOf = ({ script, mark }: Shell): string =>
  [...script.matchAll(/^\{ (run \w+)$/gmu)]
    .map(([, command], at) => `${String(command)}\n\n${mark} ${String(at)} 0\n`)
    .join('')

const answersAll = (call: Shell): void => {
  call.talk.socket.end(Buffer.concat([framed(answerOf(call)), EXIT]))
}

const inspect = async (
  server: FakeServer,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ end: LinkEnd; outputs: readonly SectionOutput[] }> => {
  const outputs: SectionOutput[] = []
  const timers = watchTimers()
  const link = adbLink(server.target, PHONE, { features: LIMITS, script: LIMITS })
  const end = await link.inspect(SECTIONS, signal, (output) => outputs.push(output))
  await expectNothingLeft(timers, server)
  return { end, outputs }
}
const idsOf = (outputs: readonly SectionOutput[]): readonly string[] => outputs.map(({ id }) => id).toSorted()

test('every section is handed over once, with its command and the time between which it ran', async () => {
  const before = Date.now() - 1
  const { end, outputs } = await inspect(await withPhone(answersAll))
  expect(end).toEqual({ stopped: null, roundTrips: 1, detail: null })
  expect(idsOf(outputs)).toEqual(['clock', 'getprop', 'hosts'])
  for (const { id, command, text, exitCode, complete, sentAt, receivedAt } of outputs) {
    expect([command, text, exitCode, complete]).toEqual([`run ${id}`, `run ${id}\n`, 0, true])
    expect(sentAt).toBeGreaterThanOrEqual(before)
    expect(receivedAt).toBeGreaterThanOrEqual(sentAt)
    expect(receivedAt).toBeLessThanOrEqual(Date.now() + 1)
  }
})

test('the time is the wall clock’s of now, also after the computer has slept', async () => {
  const later = Date.now() + 36_000_000
  const wall = vi.spyOn(Date, 'now').mockReturnValue(later)
  onTestFinished(() => wall.mockRestore())
  const { outputs } = await inspect(await withPhone(answersAll))
  for (const { sentAt } of outputs) expect(Math.abs(sentAt - later)).toBeLessThan(5000)
})

test('the streams are side by side: neither waits for the other', async () => {
  const calls: Shell[] = []
  const { end } = await inspect(
    await withPhone((call) => {
      calls.push(call)
      if (calls.length === 2) calls.forEach(answersAll)
    }),
  )
  expect(end).toMatchObject({ stopped: null, roundTrips: 1 })
})

test('the clock’s shell is asked for first', async () => {
  const scripts: string[] = []
  for (let round = 0; round < 5; round += 1) {
    await inspect(
      await withPhone((call) => {
        scripts.push(call.script)
        answersAll(call)
      }),
    )
  }
  expect(scripts.map((script) => script.includes('run clock'))).toEqual(
    Array.from({ length: 5 }, () => [true, false]).flat(),
  )
})

test('no phone can know the mark of the next reading', async () => {
  const marks = new Set<string>()
  const server = await withPhone((call) => {
    marks.add(call.mark)
    answersAll(call)
  })
  await inspect(server)
  await inspect(server)
  expect(marks.size).toBe(2)
})

test('when one stream falls silent the other is read to its end', async () => {
  const { end, outputs } = await inspect(
    await withPhone((call) => {
      if (call.script.includes('run clock')) answersAll(call)
    }),
  )
  expect(end).toMatchObject({ stopped: 'silent', roundTrips: 1 })
  expect(idsOf(outputs)).toEqual(['clock', 'getprop'])
})

test('a command that hangs takes only itself along: those behind it get one more shell', async () => {
  const { end, outputs } = await inspect(
    await withPhone((call) => {
      if (!call.script.includes('run clock')) answersAll(call)
    }),
  )
  expect(end).toMatchObject({ stopped: 'silent', roundTrips: 2 })
  expect(idsOf(outputs)).toEqual(['getprop', 'hosts'])
})

test('a command that needs longer to begin is given the time that it asks for', async () => {
  const server = await withPhone((call) => {
    setTimeout(answersAll, 2 * (LIMITS.idleMs ?? 0), call)
  })
  const link = adbLink(server.target, PHONE, { features: LIMITS, script: LIMITS })
  const run = async (silentMs: number): Promise<LinkEnd> =>
    link.inspect([{ ...section('screen', 'main'), silentMs }], new AbortController().signal, () => undefined)
  expect(await run(0)).toMatchObject({ stopped: 'silent' })
  expect(await run(4 * (LIMITS.idleMs ?? 0))).toMatchObject({ stopped: null })
})

test('a phone that hangs again is not asked a third time', async () => {
  const scripts: string[] = []
  const { end } = await inspect(await withPhone(({ script }) => void scripts.push(script)))
  expect(end).toMatchObject({ stopped: 'silent', roundTrips: 2 })
  expect(scripts).toHaveLength(3)
})

test('pulled out in the middle, a phone leaves what it had said', async () => {
  const { end, outputs } = await inspect(
    await withPhone((call) => {
      const text = answerOf(call)
      call.talk.socket.end(framed(text.slice(0, text.indexOf('getprop') + 3)))
    }),
  )
  expect(end.stopped).toBe('unplugged')
  expect(outputs.find(({ id }) => id === 'clock')?.complete).toBe(true)
  expect(outputs.find(({ id }) => id === 'getprop')).toMatchObject({
    text: 'run get',
    exitCode: null,
    complete: false,
  })
})

test('a phone of before Android 7 whose stream just ends too early was pulled out', async () => {
  const whole = await withPhone((call) => {
    call.talk.socket.end(answerOf(call).replaceAll('\n', '\r\n'))
  }, 'cmd')
  expect((await inspect(whole)).end).toEqual({ stopped: null, roundTrips: 1, detail: null })
  const cut = await withPhone((call) => {
    call.talk.socket.end(answerOf(call).slice(0, -4))
  }, 'cmd')
  expect((await inspect(cut)).end).toMatchObject({ stopped: 'unplugged' })
})

test('a shell that ends well but left sections out has not been read', async () => {
  const { end, outputs } = await inspect(
    await withPhone((call) => {
      call.talk.socket.end(Buffer.concat([framed(`x\n${call.mark} 0 0\n`), EXIT]))
    }),
  )
  expect(end).toEqual({ stopped: 'unplugged', roundTrips: 1, detail: 'only 1 of 2 sections arrived' })
  expect(idsOf(outputs)).toEqual(['clock', 'hosts'])
})

test.each<[string, (talk: Talk) => void, LinkEnd['stopped']]>([
  ['is not there', ({ socket }) => socket.end(`FAIL${counted("device '7' not found")}`), 'unplugged'],
  ['is offline', ({ socket }) => socket.end(`FAIL${counted('device offline')}`), 'unplugged'],
  ['never answers', () => undefined, 'silent'],
  ['is behind a server that was killed', ({ socket }) => socket.resetAndDestroy(), 'unplugged'],
])('a phone that %s was never waited for', async (_, behave, stopped) => {
  const server = await startFakeServer(async (talk) => {
    await talk.request()
    behave(talk)
  })
  onTestFinished(() => server.close())
  const { end, outputs } = await inspect(server)
  expect(end).toMatchObject({ stopped, roundTrips: 0 })
  expect(outputs).toEqual([])
})

test.each([
  ['unplugged', 'unplugged'],
  ['cancelled', 'cancelled'],
])('%s, an inspection ends at once, with what had arrived', async (reason, stopped) => {
  const stop = new AbortController()
  const server = await withPhone((call) => {
    call.talk.socket.write(framed(answerOf(call)))
  })
  const outputs: SectionOutput[] = []
  const timers = watchTimers()
  const long = { ...LIMITS, idleMs: 60_000, totalMs: 60_000 }
  const inspecting = adbLink(server.target, PHONE, { features: LIMITS, script: long }).inspect(
    SECTIONS,
    stop.signal,
    (output) => outputs.push(output),
  )
  await waitUntil('all sections', () => outputs.length === 3)
  stop.abort(reason)
  expect(await inspecting).toMatchObject({ stopped })
  await expectNothingLeft(timers, server)
  const before = await inspect(server, AbortSignal.abort(reason))
  expect(before.end).toMatchObject({ stopped, roundTrips: 0 })
})

const FOLLOWED = { totalMs: 2000, maxBytes: 50_000 }

/** Follows `logcat`; `stop` may end it from outside. */
const follow = async (
  server: FakeServer,
  stop = new AbortController(),
  onText: (text: string) => void = () => undefined,
  bounds = FOLLOWED,
): Promise<LinkEnd> => {
  const timers = watchTimers()
  const link = adbLink(server.target, PHONE, { features: LIMITS, script: LIMITS })
  const decoder = new TextDecoder()
  const end = await link.follow('logcat', bounds, stop.signal, (bytes) => {
    onText(decoder.decode(bytes, { stream: true }))
  })
  await expectNothingLeft(timers, server)
  return end
}

test.each(['cmd,shell_v2', 'cmd'])(
  'what is followed comes as it is sent, also after long silence (%s)',
  async (features) => {
    const server = await withPhone(async ({ script, talk }) => {
      expect(script).toBe('logcat')
      const send = (text: string) => talk.socket.write(features === 'cmd' ? text : framed(text))
      send('one\n')
      await new Promise((resolve) => {
        setTimeout(resolve, 2 * (LIMITS.idleMs ?? 0))
      })
      send('two\n')
    }, features)
    const stop = new AbortController()
    let text = ''
    const end = await follow(server, stop, (more) => {
      text += more
      if (text.includes('two')) stop.abort('stopped')
    })
    expect([text, end.stopped]).toEqual(['one\ntwo\n', 'cancelled'])
  },
)

test.each<[string, (talk: Talk) => void, LinkEnd['stopped']]>([
  ['ends by itself', ({ socket }) => socket.end(EXIT), null],
  ['is unplugged', ({ socket }) => socket.end(framed('one')), 'unplugged'],
  ['loses its server', ({ socket }) => socket.resetAndDestroy(), 'unplugged'],
  ['sends bytes that are no frames', ({ socket }) => void socket.write(Buffer.alloc(999, 0xff)), 'flood'],
])('following a phone that %s', async (_, behave, stopped) => {
  const server = await withPhone(({ talk }) => behave(talk))
  expect(await follow(server)).toMatchObject({ stopped })
})

test('a flood is read on and dropped until the bytes are over; silence until the time is', async () => {
  const flood = await withPhone(({ talk: { socket } }) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(framed('x'.repeat(1000))));
    }
    socket.on('drain', more)
    more()
  })
  let most = 0
  const end = await follow(flood, undefined, (text) => (most += text.length))
  expect(end).toMatchObject({ stopped: 'flood' })
  expect(most).toBeLessThan(FOLLOWED.maxBytes)
  const silent = await withPhone(({ talk }) => void talk.socket.write(framed('one')))
  expect(await follow(silent, undefined, undefined, { ...FOLLOWED, totalMs: 400 })).toMatchObject({
    stopped: 'silent',
  })
})

test.each(['unplugged', 'cancelled'] as const)('following ends at once when it is %s', async (reason) => {
  const server = await withPhone(({ talk }) => void talk.socket.write(framed('one')))
  const stop = new AbortController()
  const started = performance.now()
  const end = await follow(server, stop, () => stop.abort(reason))
  expect(end).toMatchObject({ stopped: reason })
  expect(performance.now() - started).toBeLessThan(1000)
  expect(await follow(server, stop)).toMatchObject({ stopped: reason })
})
