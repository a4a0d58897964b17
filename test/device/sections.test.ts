import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECTIONS } from '../../src/core/probes/index.ts'
import type { Section } from '../../src/core/probes/probe.ts'
import { planStreams, sectionScript } from '../../src/device/adb/section-script.ts'
import { sectionSplitter, type SplitSection } from '../../src/device/adb/section-splitter.ts'
import { anyPlaces, cutAt, utf8 } from './in-pieces.ts'
import { busyMs } from '../busy-ms.ts'

const MARK = '@@Zm9vYmFyYmF6'

const section = (command: string, stream: Section['stream'] = 'main'): Section => ({
  id: command,
  command,
  stream,
})

const split = (pieces: readonly Uint8Array[], count = 3): readonly SplitSection[] => {
  const got: SplitSection[] = []
  const splitter = sectionSplitter(MARK, count, (each) => got.push(each))
  for (const piece of pieces) splitter.push(piece)
  splitter.end()
  return got
}
const splitText = (text: string, count = 3): readonly SplitSection[] => split([utf8(text)], count)
const end = (index: number, exitCode: number): string => `\n${MARK} ${String(index)} ${String(exitCode)}\n`
const whole = (index: number, text: string, exitCode = 0): SplitSection => ({
  index,
  text,
  exitCode,
  complete: true,
})
const cutOff = (index: number, text: string, exitCode: number | null = null): SplitSection => ({
  index,
  text,
  exitCode,
  complete: false,
})

test('each section comes with its text and its exit status', () => {
  expect(splitText(`one\ntwo\n${end(0, 0)}${end(1, 127)}three${end(2, 255)}`)).toEqual([
    whole(0, 'one\ntwo\n'),
    whole(1, '', 127),
    whole(2, 'three', 255),
  ])
})

test('a section is handed over as soon as its end is there', () => {
  const got: SplitSection[] = []
  const splitter = sectionSplitter(MARK, 2, (each) => got.push(each))
  splitter.push(utf8(`one${end(0, 0)}tw`))
  expect(got).toEqual([whole(0, 'one')])
  splitter.push(utf8('o'))
  expect(got).toHaveLength(1)
  splitter.end()
  expect(got[1]).toEqual(cutOff(1, 'two'))
})

test('what comes after the last section is nothing', () => {
  expect(splitText(`one${end(0, 0)}two${end(1, 0)}three`, 1)).toEqual([whole(0, 'one')])
})

test('sections that never began are not handed over, one that was cut is', () => {
  expect(splitText('')).toEqual([])
  expect(splitText(`one${end(0, 0)}`)).toEqual([whole(0, 'one')])
  expect(splitText(`one${end(0, 0)}tw`)).toEqual([whole(0, 'one'), cutOff(1, 'tw')])
})

const anySections = fc.array(
  fc.record({
    text: fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom(
          '\n',
          '\r',
          '\r\n',
          MARK,
          `\n${MARK}`,
          `\n${MARK.slice(0, -1)} 0 0\n`,
          '@@',
          '€',
          '😀',
        ),
      ),
      { maxLength: 12 },
    ),
    exitCode: fc.nat(255),
  }),
  { minLength: 1, maxLength: 5 },
)

test.each([
  ['a stream with shell protocol', '\n'],
  ['a pseudo-terminal', '\r\n'],
])('however the output of %s is cut, it holds the same sections', (_, lineEnd) => {
  fc.assert(
    fc.property(anySections, anyPlaces, (sections, places) => {
      const text = sections.map((each, at) => each.text.join('') + end(at, each.exitCode)).join('')
      const bytes = utf8(text.replaceAll('\n', lineEnd))
      const count = sections.length
      const atOnce = split([bytes], count)
      expect(split(cutAt(bytes, places), count)).toEqual(atOnce)
      expect(
        split(
          [...bytes].map((byte) => Uint8Array.of(byte)),
          count,
        ),
      ).toEqual(atOnce)
      expect(atOnce.map(({ exitCode }) => exitCode)).toEqual(sections.map(({ exitCode }) => exitCode))
    }),
    { numRuns: 300 },
  )
})

test('the line ends of a pseudo-terminal are taken back, also when the end comes in two', () => {
  const text = `one\r\n\r\n${MARK} 0 0\r\n`
  for (let at = 0; at <= text.length; at += 1) {
    expect(split([utf8(text.slice(0, at)), utf8(text.slice(at))], 1)).toEqual([whole(0, 'one\n')])
  }
})

test.each([
  ['the mark in the middle of a line', `x${MARK} 0 0\n`],
  ['the mark of another run', '\n@@AAAAAAAAAAAA 0 0\n'],
  ['the mark and nothing else', `\n${MARK}\n`],
])('output with %s stays in its section', (_, forged) => {
  expect(splitText(`a${forged}b${end(0, 0)}`, 1)).toEqual([whole(0, `a${forged}b`)])
})

test.each(['2 0', '-1 0', '00 0', '0x0 0', 'x'])(
  'an end that names another section ("%s") ends none',
  (forged) => {
    const got = splitText(`a\n${MARK} ${forged}\nb${end(0, 3)}c${end(1, 0)}`, 2)
    expect(got.map(({ index, exitCode }) => [index, exitCode])).toEqual([
      [0, 3],
      [1, 0],
    ])
    expect(got[0]?.text).toMatch(/^a.*b$/su)
    expect(got[1]?.text).toBe('c')
  },
)

test.each(['0', '0 x', '0 -1', '0 1234'])('an end without a right exit status ("%s") is a cut', (forged) => {
  expect(splitText(`a\n${MARK} ${forged}\n`, 1)).toEqual([cutOff(0, 'a')])
})

test('of a section that is too long the beginning is kept, and the next one is whole', () => {
  const long = 'x'.repeat(600 * 1024)
  const [first, second] = splitText(`${long}${end(0, 0)}two${end(1, 0)}`, 2)
  expect(first).toMatchObject({ index: 0, exitCode: 0, complete: false })
  expect(first?.text).toBe(long.slice(0, 512 * 1024))
  expect(second).toEqual(whole(1, 'two'))
})

test('a section of the longest length is whole', () => {
  const long = 'x'.repeat(512 * 1024)
  expect(splitText(`${long}${end(0, 0)}`, 1)).toEqual([whole(0, long)])
})

test('output without end stays small in memory', () => {
  const got: SplitSection[] = []
  const splitter = sectionSplitter(MARK, 1, (each) => got.push(each))
  const piece = utf8('y'.repeat(65_536))
  for (let at = 0; at < 512; at += 1) splitter.push(piece)
  splitter.end()
  expect(got[0]?.text).toHaveLength(512 * 1024)
  expect(got[0]?.complete).toBe(false)
})

test('an end line without end costs neither time nor the section', () => {
  const got: SplitSection[] = []
  const splitter = sectionSplitter(MARK, 1, (each) => got.push(each))
  const took = busyMs(() => {
    splitter.push(utf8(`a\n${MARK} 0 `))
    const byte = utf8('0')
    for (let at = 0; at < 300_000; at += 1) splitter.push(byte)
    splitter.push(utf8(end(0, 0)))
  })
  expect(took).toBeLessThan(2_000)
  expect(got).toMatchObject([{ index: 0, exitCode: 0 }])
})

test('bytes that are no text are read as what they are not', () => {
  const bytes = Buffer.concat([Uint8Array.of(0xff, 0xc3), utf8(end(0, 0))])
  expect(split([bytes], 1)).toEqual([whole(0, '\ufffd\ufffd')])
})

test('rubbish never throws and never gives more sections than were asked for', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(utf8(`\n${MARK} `), utf8('0 0\n'), utf8('1 0\n'), utf8('\n')),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const indexes = split(pieces, 3).map(({ index }) => index)
      expect(indexes).toEqual(indexes.map((_, at) => at))
      expect(indexes.length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 300 },
  )
})

const runOnHost = (script: string): Uint8Array =>
  execFileSync('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })

test('a real shell runs the script, and its output comes apart as the sections were', () => {
  const commands = ['echo one', 'false', 'echo "it\'s"; (exit 9)', 'echo bad >&2', 'cat', "printf '%s' end"]
  const output = runOnHost(
    sectionScript(
      commands.map((command) => section(command)),
      MARK,
    ),
  )
  expect(split([output], commands.length)).toEqual([
    whole(0, 'one\n'),
    whole(1, '', 1),
    whole(2, "it's\n", 9),
    whole(3, 'bad\n'),
    whole(4, ''),
    whole(5, 'end'),
  ])
})

test('a script runs nothing but the commands of its sections and the lines between them', () => {
  const sections = SECTIONS.filter(({ stream }) => stream === 'main')
  let rest = sectionScript(sections, MARK)
  sections.forEach(({ command }, index) => {
    const lines = `{ ${command}\n} 2>&1 </dev/null\necho "\n${MARK} ${String(index)} $?"`
    expect(rest.startsWith(lines)).toBe(true)
    rest = rest.slice(lines.length + 1)
  })
  expect(rest).toBe('')
})

test('every stream fits into one message of an old phone, and every section is in one of them, in order', () => {
  const streams = planStreams(SECTIONS, MARK)
  for (const stream of streams) {
    expect(Buffer.byteLength(`shell,v2,raw:${sectionScript(stream, MARK)}\0`)).toBeLessThanOrEqual(4096)
    expect(new Set(stream.map((each) => each.stream)).size).toBe(1)
  }
  for (const wanted of ['main', 'hosts']) {
    const own = SECTIONS.filter(({ stream }) => stream === wanted)
    expect(streams.flat().filter(({ stream }) => stream === wanted)).toEqual(own)
  }
  expect(streams.flat()).toHaveLength(SECTIONS.length)
})

test('one script that is too long becomes several', () => {
  const sections = Array.from({ length: 12 }, (_, at) => section(`echo ${String(at)} ${'x'.repeat(900)}`))
  const streams = planStreams(sections, MARK)
  expect(streams.map((stream) => stream.length)).toEqual([4, 4, 4])
  expect(streams.flat()).toEqual(sections)
  expect(planStreams([], MARK)).toEqual([])
})
