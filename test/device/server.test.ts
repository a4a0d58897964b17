import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { adbClient, LimitReached, type Limits } from '../../src/device/adb/connector.ts'
import { askServer, startServer } from '../../src/device/adb/server.ts'
import { freePort } from '../simulator/listen.ts'
import { afterAnswer, inPlaceOfAnswer, startFakeServer, type FakeServer } from './fake-server.ts'
import { expectNothingLeft, watchTimers } from './leaks.ts'

const PLACE = { kind: 'port', port: 15_999 } as const
const LIMITS: Limits = { connectMs: 200, firstByteMs: 500, idleMs: 500, totalMs: 1000, maxBytes: 4096 }
const never = (): AbortSignal => new AbortController().signal

/** A server whose answer to the first request is this text, byte by byte. */
const answering = async (text: string): Promise<FakeServer> => {
  const server = await startFakeServer(
    inPlaceOfAnswer(0, (socket) => {
      for (const character of text) socket.write(character)
    }),
  )
  onTestFinished(() => server.close())
  return server
}

test.each([
  ['OKAY00040029', { kind: 'running', version: 41 }],
  ['OKAY0004002a', { kind: 'running', version: 42 }],
  ['OKAY0004ffff', { kind: 'running', version: 65_535 }],
  ['OKAY00040028', { kind: 'too-old', version: 40 }],
  ['OKAY0004001f', { kind: 'too-old', version: 31 }],
  ['OKAY00040000', { kind: 'stranger' }],
  ['OKAY0004zzzz', { kind: 'stranger' }],
  ['OKAY0000', { kind: 'stranger' }],
  ['OKAYzzzz0029', { kind: 'stranger' }],
])('a server that answers %s', async (text, expected) => {
  const server = await answering(text)
  const timers = watchTimers()
  expect(await askServer(server.target, never(), LIMITS)).toEqual(expected)
  expect(server.requests).toEqual(['host:version'])
  await expectNothingLeft(timers, server)
})

test('nobody listens', async () => {
  const target = { host: '127.0.0.1', port: await freePort() }
  expect(await askServer(target, never(), LIMITS)).toEqual({ kind: 'nobody' })
})

test('nobody takes the connection', async () => {
  const timers = watchTimers()
  const target = { host: 'nobody', port: 1, lookup: () => undefined }
  expect(await askServer(target, never(), LIMITS)).toEqual({ kind: 'nobody' })
  expect(timers()).toBe(0)
})

test('what arrived before the end is read to the end, however slowly', async () => {
  const sent = Buffer.alloc(400_000, '0123456789')
  const server = await startFakeServer(afterAnswer(1, (socket) => socket.end(sent)))
  onTestFinished(() => server.close())
  const limits = { ...LIMITS, idleMs: 5, totalMs: 10_000, maxBytes: null }
  const connection = await adbClient(server.target, limits).connector.connect()
  const writer = connection.writable.getWriter()
  await writer.write(Buffer.from('0001x'))
  const reader = connection.readable.getReader()
  const parts: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  expect(Buffer.concat(parts).equals(Buffer.concat([Buffer.from('OKAY'), sent]))).toBe(true)
})

test('a reader that is busy holds the sender back', async () => {
  let taken = 0
  const server = await startFakeServer(({ socket }) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536)));
      taken = socket.bytesWritten
    }
    socket.on('drain', more)
    more()
  })
  onTestFinished(() => server.close())
  const limits = { ...LIMITS, idleMs: 20, totalMs: 300, maxBytes: null }
  const connection = await adbClient(server.target, limits).connector.connect()
  const reader = connection.readable.getReader()
  await reader.read()
  await connection.closed
  expect(taken).toBeLessThan(20_000_000)
  await expect(reader.read().then(() => reader.read())).rejects.toEqual(new LimitReached('total'))
})

const program = (script: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-adb-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'adb')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

test('an adb that starts its server on the port is no trouble', async () => {
  expect(await startServer(program('[ "$*" = "-P 15999 start-server" ]'), PLACE, never())).toBe(null)
})

test.each([
  ['says why', 'echo first >&2; echo "cannot bind" >&2; exit 1', /^cannot bind$/u],
  ['says nothing', 'exit 3', /3/u],
  [
    'says too much',
    'i=0; while [ $i -lt 5000 ]; do echo "line $i" >&2; i=$((i+1)); done; exit 1',
    /^line 4999$/u,
  ],
])('an adb that cannot and %s', async (_, script, expected) => {
  expect(await startServer(program(script), PLACE, never())).toMatch(expected)
})

test('no adb where one was named', async () => {
  expect(await startServer('/nonexistent/adb', PLACE, never())).toMatch(/./u)
})

test('an adb that leaves a server behind which holds its output is done when it has ended', async () => {
  const started = performance.now()
  expect(await startServer(program('sleep 3 & exit 0'), PLACE, never())).toBe(null)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('an adb that hangs is let go when the app ends', async () => {
  const stop = new AbortController()
  const starting = startServer(program('exec sleep 30'), PLACE, stop.signal)
  setTimeout(() => stop.abort(), 50)
  expect(await starting).toMatch(/./u)
})
