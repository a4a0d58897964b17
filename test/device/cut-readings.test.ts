import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll, SECTIONS } from '../../src/core/probes/index.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { sectionSplitter } from '../../src/device/adb/section-splitter.ts'
import { shellFrameReader } from '../../src/device/adb/shell-frames.ts'
import { answerCommand } from '../simulator/commands/index.ts'
import { presets } from '../simulator/index.ts'
import { anyPlaces, cutAt, utf8 } from './in-pieces.ts'

const MARK = '@@Zm9vYmFyYmF6'

const state = presets.clockAndPackage.phone()
const said = (...words: readonly string[]): string => {
  const reply = answerCommand(words, { state, change: () => undefined, logFile: '' })
  return reply.kind === 'text' ? reply.output + reply.errors : ''
}

/** What the phone says to each section, without the grep that makes some of it shorter. */
const answers: Readonly<Record<string, string>> = {
  clock: '1767225600.123456789\n',
  getprop: said('getprop'),
  settings:
    'auto_time=0\nauto_time_zone=1\nairplane_mode_on=0\nhttp_proxy=null\nprivate_dns_mode=off\nprivate_dns_specifier=null\nprivate_dns_default_mode=null\ncom.xiaomi.system.devicelock.locked=0\n',
  account: said('dumpsys', 'account'),
  packages: said('pm', 'list', 'packages', '--user', '0'),
  'packages-disabled': said('pm', 'list', 'packages', '-d', '--user', '0'),
  'packages-removed': said('pm', 'list', 'packages', '-u', '--user', '0'),
  connectivity: said('dumpsys', 'connectivity'),
  'device-policy': said('dumpsys', 'device_policy'),
  battery: said('dumpsys', 'battery'),
  storage: said('df', '/data'),
  users: `${said('pm', 'list', 'users')}\tUserInfo{10:Zweiträger €:30}\n`,
  'data-saver': said('cmd', 'netpolicy', 'get', 'restrict-background'),
  hosts: 'host account.xiaomi.com ping=0 nc=- PING account.xiaomi.com (1.2.3.4) 1 received, time=9 ms ++\n',
}
const answerTo = (id: string): string => {
  const name = /^package (.+)$/u.exec(id)?.[1]
  return name === undefined ? (answers[id] ?? '') : said('dumpsys', 'package', name)
}

const framed = (bytes: Uint8Array): Uint8Array => {
  const frame = new Uint8Array(5 + bytes.length)
  frame[0] = 1
  new DataView(frame.buffer).setUint32(1, bytes.length, true)
  frame.set(bytes, 5)
  return frame
}

const output = SECTIONS.map(({ id }, at) => `${answerTo(id)}\n${MARK} ${String(at)} 0\n`).join('')
const stream = Buffer.concat(
  // Frames as adbd makes them: wherever its buffer was full.
  cutAt(utf8(output), [1, 700, 4096, 4097, 30_000, 31_111]).map(framed),
)

const readingsFrom = (pieces: readonly Uint8Array[]) => {
  const arrived = new Map<string, SectionOutput>()
  const splitter = sectionSplitter(MARK, SECTIONS.length, (part) => {
    const section = SECTIONS[part.index]
    if (section)
      arrived.set(section.id, {
        ...part,
        ...section,
        sentAt: 1_767_225_600_000,
        receivedAt: 1_767_225_600_100,
      })
  })
  const read = shellFrameReader((frame) => {
    if (frame.kind === 'stdout') splitter.push(frame.data)
  })
  for (const piece of pieces) read(piece)
  splitter.end()
  return { ids: [...arrived.keys()], readings: readAll(arrived) }
}

const whole = readingsFrom([stream])

test('every section is answered, and read', () => {
  expect(whole.ids).toEqual(SECTIONS.map(({ id }) => id))
  expect(SECTIONS.filter(({ id }) => answerTo(id) === '')).toEqual([])
  const unread = Object.entries(whole.readings).filter(([, reading]) => reading?.status === 'unreadable')
  expect(unread.map(([id]) => id)).toEqual([])
})

test('the same reply, cut anywhere, gives the same readings', () => {
  fc.assert(
    fc.property(anyPlaces, (places) => {
      expect(readingsFrom(cutAt(stream, places))).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})

test('the same reply byte by byte', () => {
  expect(readingsFrom(Array.from(stream, (byte) => Uint8Array.of(byte)))).toEqual(whole)
}, 20_000)
