import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanDeviceLines, cleanDeviceText } from '../../../src/core/device-text.ts'
import { keptText, PROBES, readAll, SECTIONS } from '../../../src/core/probes/index.ts'
import type { SectionOutput } from '../../../src/core/probes/probe.ts'
import type { Reading } from '../../../src/core/reading.ts'
import { recorded, section, sectionsOf } from './sections-of.ts'

const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u
const given = PROBES.flatMap(({ gives }) => gives).toSorted()

/** Every text inside a value, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return []
}

/** The ids that were read, after a look at every text among them. */
const idsRead = (outputs: readonly SectionOutput[]): readonly string[] => {
  const readings = readAll(sectionsOf(...outputs))
  const all: readonly (Reading<unknown> | undefined)[] = Object.values(readings)
  for (const reading of all) {
    for (const text of textsIn(reading)) {
      expect(text).not.toMatch(FORBIDDEN)
      expect(text.length).toBeLessThanOrEqual(300)
    }
  }
  for (const output of outputs) expect(typeof keptText(output)).toBe('string')
  return Object.keys(readings).toSorted()
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
)

test('whatever a phone sends, there are readings or reasons, and never an exception', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 19, maxLength: 19 }), fc.boolean(), (texts, complete) => {
      expect(
        idsRead(
          SECTIONS.map(({ id }, at) =>
            section(id, texts[at] ?? '', { complete, exitCode: complete ? 0 : null }),
          ),
        ),
      ).toEqual(given)
    }),
    { numRuns: 150 },
  )
})

/** Real answers with something thrown in. */
const seeds: Readonly<Record<string, string>> = {
  clock: '1767225600.123456789\n',
  getprop: recorded('kaiser-joyui-13/getprop.txt').slice(-4_000),
  settings: 'auto_time=1\nprivate_dns_mode=hostname\nprivate_dns_specifier=dns.x\nhttp_proxy=a:1\n',
  account: recorded('xiaomi-vn-unknown/account.txt'),
  packages: recorded('begoniain-miui-android-11/packages.txt'),
  'package com.xiaomi.account':
    'Packages:\n  Package [com.xiaomi.account] (1):\n    versionName=R-1\n    User 0: installed=true stopped=false enabled=1\n',
  connectivity: recorded('pipa-hyperos-2-eea/connectivity.txt').slice(0, 4_000),
  'device-policy': 'Current Device Policy Manager state:\n  Device Owner: \n    package=com.x\n',
  battery: '  level: 5\n  scale: 100\n',
  storage: 'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/x 2000 1000 1000 50% /data\n',
  users: recorded('marble-hyperos-3/users.txt'),
  hosts: 'host account.xiaomi.com ping=0 nc=- PING account.xiaomi.com (1.2.3.4) 1 received time=1 ms ++\n',
}

test('real answers, damaged at a random place', () => {
  const damage = fc.record({
    at: fc.nat(5_000),
    drop: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom('\u001b[31m', '\u202e', '\u0000', '[', ']', '\n', '\r', '}', '999999999999'),
      anyText,
    ),
  })
  fc.assert(
    fc.property(damage, ({ at, drop, put }) => {
      expect(
        idsRead(
          Object.entries(seeds).map(([id, text]) => {
            const place = at % (text.length + 1)
            return section(id, text.slice(0, place) + put + text.slice(place + drop))
          }),
        ),
      ).toEqual(given)
    }),
    { numRuns: 150 },
  )
})

test('cleaned text stays as it is when cleaned again, and holds nothing that steers a screen', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = cleanDeviceText(text)
      expect(once).not.toMatch(FORBIDDEN)
      expect(cleanDeviceText(once)).toBe(once)
      expect(once.length).toBeLessThanOrEqual(200)
      const lines = cleanDeviceLines(text)
      expect(lines.replaceAll('\n', '')).not.toMatch(FORBIDDEN)
      expect(cleanDeviceLines(lines)).toBe(lines)
    }),
    { numRuns: 400, examples: [['!\t\u0000 !'], ['a\r\u202e\n b']] },
  )
})

test('a flood of any kind is read in good time', () => {
  const started = performance.now()
  const long = 'A'.repeat(500_000)
  const lines = '[x]: [y\n'.repeat(50_000)
  for (const { id } of SECTIONS) {
    expect(idsRead([section(id, long)])).toEqual(given)
    expect(idsRead([section(id, lines)])).toEqual(given)
    expect(idsRead([section(id, `    Account {name=${'a, type='.repeat(20_000)}`)])).toEqual(given)
    expect(idsRead([section(id, `package:${'='.repeat(200_000)}`)])).toEqual(given)
    expect(
      idsRead([section(id, `  NetworkAgentInfo{network{1} nc{[ ${'HttpProxy: ['.repeat(20_000)}`)]),
    ).toEqual(given)
  }
  expect(performance.now() - started).toBeLessThan(10_000)
})
