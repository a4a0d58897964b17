import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROBES, readAll } from '../../../src/core/probes/index.ts'
import { absent, measured, unreadable, type Reading } from '../../../src/core/reading.ts'
import readings from '../../../src/core/words/en/readings.json' with { type: 'json' }
import { speak } from '../../../src/core/words/index.ts'
import { sayReading } from '../../../src/core/words/say-reading.ts'

const say = speak('en')
const ids = [...PROBES.flatMap(({ gives }) => gives), 'clock.workstation']
const WORDS = fileURLToPath(new URL('../../../src/core/words/', import.meta.url))

test('every reading has a label, and every message is used', () => {
  for (const id of ids) expect(sayReading(id, unreadable('x'), say).label).not.toBe(id)
  const labels = new Set(ids.map((id) => (id.startsWith('package.') ? id : `reading.${id}`)))
  const files = readdirSync(WORDS).filter((name) => name.endsWith('.ts'))
  const source = files.map((name) => readFileSync(`${WORDS}${name}`, 'utf8')).join('\n')
  expect(files.length).toBeGreaterThan(4)
  const unused = Object.keys(readings).filter((key) => !labels.has(key) && !source.includes(`'${key}'`))
  expect(unused).toEqual([])
})

test('what is not known falls back to its name', () => {
  expect(sayReading('package.com.example.new', measured({ state: 'enabled' }, 'x'), say)).toEqual({
    label: 'com.example.new',
    value: 'enabled',
    tone: 'fine',
  })
  expect(sayReading('moon.phase', measured('full', 'x'), say)).toEqual({
    label: 'moon.phase',
    value: '"full"',
    tone: 'unknown',
  })
})

const of = (value: unknown, more: { uncertainty?: number; note?: string } = {}) => measured(value, 'x', more)
const hosts = (...found: readonly object[]) =>
  of(Object.fromEntries(found.map((one, at) => [`h${at + 1}`, one])))
const up = { resolves: true, reachable: true }

test.each<[string, Reading<unknown>, string, string]>([
  ['clock.offset', of(0.4, { uncertainty: 0.6 }), 'correct to within 1 s', 'fine'],
  ['clock.offset', of(1.21, { uncertainty: 0.1 }), 'correct to within 1.4 s', 'fine'],
  ['clock.offset', of(-259_200, { uncertainty: 1 }), '3 days behind', 'bad'],
  ['clock.offset', of(3_600, { uncertainty: 1 }), '60 minutes ahead', 'bad'],
  ['clock.offset', of(45, { uncertainty: 1 }), '45 seconds ahead', 'notice'],
  ['clock.offset', of(20, { uncertainty: 15 }), 'correct to within 35 s', 'notice'],
  ['clock.offset', of(0.2, { uncertainty: 60 }), 'correct to within 61 s', 'notice'],
  ['clock.offset', of(-1_767_225_599, { uncertainty: 1 }), '56 years behind', 'bad'],
  ['clock.workstation', of(3600, { uncertainty: 1 }), '60 minutes behind', 'bad'],
  ['clock.workstation', of(0.2, { uncertainty: 0.6 }), 'correct to within 0.8 s', 'fine'],
  ['clock.automatic', of(false), 'off', 'notice'],
  ['network.transport', of('wifi'), 'Wi-Fi', 'fine'],
  ['network.transport', of('none'), 'not connected', 'bad'],
  ['network.validated', of(true), 'confirmed', 'fine'],
  ['network.validated', of(false), 'not confirmed', 'bad'],
  ['network.vpn', of(true), 'on', 'notice'],
  ['network.privateDns', of({ mode: 'off' }), 'off', 'fine'],
  ['network.privateDns', of({ mode: 'hostname', host: 'dns.adguard.com' }), 'dns.adguard.com', 'notice'],
  ['network.proxy', absent('No proxy is set.'), 'No proxy is set.', 'fine'],
  ['network.proxy', of('10.0.0.2:8080'), '10.0.0.2:8080', 'notice'],
  ['network.hosts', hosts(up, up, up), 'all 3 answer', 'fine'],
  ['network.hosts', hosts(up, { resolves: false, reachable: false }), 'not found: h2', 'bad'],
  [
    'network.hosts',
    hosts(up, { resolves: true, reachable: false }, { reachable: false }, { reachable: false }),
    'no answer: h2, h3 and 1 more',
    'bad',
  ],
  ['network.hosts', hosts({ resolves: false }, { resolves: false }), 'none of 2 found', 'bad'],
  ['network.hosts', hosts(up, { resolves: true }), 'not known whether they answer: h2', 'unknown'],
  ['account.present', of(false), 'not signed in', 'notice'],
  ['account.ids', of(['162***123', '455***001']), '162***123, 455***001', 'fine'],
  ['package.com.xiaomi.account', of({ state: 'disabled', version: '1.0' }), 'disabled, version 1.0', 'bad'],
  ['package.com.xiaomi.account', of({ state: 'enabled', stopped: true }), 'stopped', 'notice'],
  ['package.com.xiaomi.finddevice', of({ state: 'removed' }), 'removed for this user', 'bad'],
  ['package.com.miui.cloudbackup', of({ state: 'absent' }), 'not on this phone', 'fine'],
  ['device.owner', of('com.rosan.dhizuku'), 'com.rosan.dhizuku', 'bad'],
  ['device.owner', absent('No app manages this phone.'), 'No app manages this phone.', 'fine'],
  ['findDevice.locked', of(true), 'locked', 'bad'],
  ['findDevice.locked', absent('x'), 'x', 'unknown'],
  ['storage.free', of(17_179_869_184), '16 GB', 'fine'],
  ['storage.free', of(1_717_986_918), '1.6 GB', 'notice'],
  ['storage.free', of(10_485_760), '10 MB', 'bad'],
  ['battery.level', of(81), '81 %', 'fine'],
  ['sim.state', of('LOADED,ABSENT'), 'slot 1: ready, slot 2: empty', 'fine'],
  ['sim.state', of('ABSENT'), 'empty', 'notice'],
  ['os.official', of(false, { note: 'xiaomi.eu' }), 'no: xiaomi.eu', 'notice'],
  ['os.family', of('other'), 'neither MIUI nor HyperOS', 'notice'],
  ['boot.locked', of(true), 'locked', 'fine'],
  ['boot.locked', of(true, { note: 'claimed' }), 'locked, claimed', 'notice'],
  ['boot.verifiedState', of('orange'), 'not checked, bootloader unlocked', 'notice'],
  ['phone.users', of([{ id: 0, name: 'Owner', running: true }]), '1 user: Owner', 'fine'],
  [
    'phone.users',
    of([
      { id: 0, name: 'A' },
      { id: 10, name: 'B' },
    ]),
    '2 users: A, B',
    'notice',
  ],
])('%s: %j is said "%s", %s', (id, reading, value, tone) => {
  const said = sayReading(id, reading, say)
  expect({ value: said.value, tone: said.tone }).toEqual({ value, tone })
})

test('what could not be read is never fine', () => {
  const all: [string, Reading<unknown> | undefined][] = Object.entries(
    readAll(new Map(), 'The phone was unplugged.'),
  )
  for (const [id, reading] of all)
    expect(reading && sayReading(id, reading, say)).toMatchObject({
      value: 'The phone was unplugged.',
      tone: 'unknown',
    })
})

test('a value of another kind is shown, and never taken for fine where a kind is known', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.jsonValue(), (id, value) => {
      const said = sayReading(id, of(value), say)
      expect(typeof said.value).toBe('string')
    }),
    { numRuns: 500 },
  )
})
