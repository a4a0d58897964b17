import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameRefused, shellFrameReader, type ShellFrame } from '../../src/device/adb/shell-frames.ts'
import { anyPlaces, cutAt, utf8 } from './in-pieces.ts'

const frame = (kind: number, data: Uint8Array, length = data.length): Uint8Array => {
  const bytes = Buffer.alloc(5 + data.length)
  bytes.writeUInt8(kind, 0)
  bytes.writeUInt32LE(length, 1)
  bytes.set(data, 5)
  return bytes
}
const STDOUT = 1
const STDERR = 2
const EXIT = 3

/** What a reader makes of the pieces, with data that follows on each other put together. */
const read = (pieces: readonly Uint8Array[]): readonly (readonly [string, string])[] => {
  const got: [string, string][] = []
  const take = shellFrameReader((each: ShellFrame) => {
    const text = each.kind === 'exit' ? String(each.code) : Buffer.from(each.data).toString('hex')
    const last = got.at(-1)
    if (last?.[0] === each.kind) last[1] += text
    else got.push([each.kind, text])
  })
  for (const piece of pieces) take(piece)
  return got
}
const hex = (text: string): string => Buffer.from(text).toString('hex')

test('output, complaints and exit status come apart', () => {
  const bytes = [frame(STDOUT, utf8('out')), frame(STDERR, utf8('err')), frame(EXIT, Uint8Array.of(7))]
  expect(read(bytes)).toEqual([
    ['stdout', hex('out')],
    ['stderr', hex('err')],
    ['exit', '7'],
  ])
})

test('however a stream is cut, it holds the same frames', () => {
  const anyFrame = fc
    .record({ kind: fc.constantFrom(0, STDOUT, STDERR, 4, 5, 255), data: fc.uint8Array({ maxLength: 60 }) })
    .map(({ kind, data }) => frame(kind, data))
  fc.assert(
    fc.property(fc.array(anyFrame, { maxLength: 20 }), fc.nat(255), anyPlaces, (frames, code, places) => {
      const stream = Buffer.concat([...frames, frame(EXIT, Uint8Array.of(code))])
      expect(read(cutAt(stream, places))).toEqual(read([stream]))
      expect(read([stream]).at(-1)).toEqual(['exit', String(code)])
    }),
  )
})

test('kinds that are meant for the phone are passed over with their data', () => {
  expect(
    read([frame(4, utf8('80x24')), frame(3, Uint8Array.of(0)), frame(99, new Uint8Array(3000))]),
  ).toEqual([['exit', '0']])
})

test('empty frames say nothing', () => {
  expect(read([frame(STDOUT, new Uint8Array()), frame(STDOUT, utf8('a'))])).toEqual([['stdout', hex('a')]])
})

test.each([STDOUT, STDERR, EXIT, 0, 99])('a frame of kind %i that claims 4 GiB is refused', (kind) => {
  const before = process.memoryUsage().arrayBuffers
  expect(() => read([frame(kind, utf8('hello'), 0xff_ff_ff_ff)])).toThrow(FrameRefused)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
})

test('a frame may claim 1 MiB, and nothing is kept for it', () => {
  const before = process.memoryUsage().arrayBuffers
  expect(read([frame(STDOUT, utf8('a'), 1 << 20)])).toEqual([['stdout', hex('a')]])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(500_000)
  expect(() => read([frame(STDOUT, utf8('a'), (1 << 20) + 1)])).toThrow(FrameRefused)
})

test.each([0, 2, 4])('an exit status of %i bytes is none', (length) => {
  expect(() => read([frame(EXIT, new Uint8Array(length))])).toThrow(FrameRefused)
})

test('of a frame that is cut off what came of it is handed on, and no exit status', () => {
  const whole = frame(STDOUT, utf8('half and rest'))
  expect(read([whole.subarray(0, 9)])).toEqual([['stdout', hex('half')]])
  expect(read([whole.subarray(0, 3)])).toEqual([])
  expect(read([frame(EXIT, Uint8Array.of(0)).subarray(0, 5)])).toEqual([])
})

/** What a reader throws at the pieces, if anything. */
const thrownAt = (pieces: readonly Uint8Array[]): unknown => {
  try {
    read(pieces)
    return null
  } catch (error) {
    return error
  }
}

test('rubbish ends in frames or in a refusal, and in nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), anyPlaces, (bytes, places) => {
      const thrown = thrownAt(cutAt(bytes, places))
      expect(thrown === null || thrown instanceof FrameRefused).toBe(true)
    }),
  )
})
