import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareReadings } from '../../src/core/compare-readings.ts'
import { absent, measured, unreadable, type Reading } from '../../src/core/reading.ts'
import { speak } from '../../src/core/words/index.ts'
import { sayChange } from '../../src/core/words/say-change.ts'

const say = speak('en')
const of = (value: unknown, uncertainty?: number) =>
  measured(value, 'x', uncertainty === undefined ? {} : { uncertainty })
const host = (ms: number, reachable = true) => of({ 'a.example': { resolves: true, reachable, ms } })
const off = unreadable('refused')
const none = absent('There is none.')

const compare = (before: object, after: object) => compareReadings(before, after, say)
const about = (id: string, before: Reading<unknown>, after: Reading<unknown>) =>
  compare({ [id]: before }, { [id]: after })[0]?.about ?? null

describe('of two readings', () => {
  test.each<[string, Reading<unknown>, Reading<unknown>, 'phone' | 'reading' | null]>([
    ['clock.automatic', of(false), of(true), 'phone'],
    ['package.com.xiaomi.account', of({ state: 'disabled' }), of({ state: 'enabled' }), 'phone'],
    [
      'package.com.xiaomi.account',
      of({ state: 'enabled', stopped: true }),
      of({ state: 'enabled' }),
      'phone',
    ],
    ['package.a', of({ state: 'enabled', version: '1' }), of({ state: 'enabled', version: '2' }), 'phone'],
    ['network.proxy', none, of('10.0.0.2:8080'), 'phone'],
    ['device.owner', of('com.example.mdm'), none, 'phone'],
    ['network.proxy', none, absent('In other words.'), null],
    ['network.validated', off, of(true), 'reading'],
    ['network.validated', of(true), off, 'reading'],
    ['network.proxy', none, off, 'reading'],
    ['network.validated', off, unreadable('timed out'), null],
    // The clock: sure of it, or not.
    ['clock.offset', of(-259_200, 1), of(0.3, 0.6), 'phone'],
    ['clock.offset', of(-259_200, 1), of(-259_204, 1), null],
    ['clock.offset', of(0.1, 0.1), of(5, 0.2), null],
    ['clock.offset', of(0.3, 0.1), of(20, 25), null],
    ['clock.offset', of(45, 0.1), of(44, 1), null],
    ['clock.offset', of(45, 0.1), of(0, 0.1), 'phone'],
    // What moves by itself counts only when it begins or ends to matter.
    ['battery.level', of(81), of(64), null],
    ['battery.level', of(16), of(12), 'phone'],
    ['storage.free', of(17e9), of(16e9), null],
    ['storage.free', of(4e8), of(16e9), 'phone'],
    ['storage.free', of(2 * 1024 ** 3), of(2 * 1024 ** 3 - 1), null],
    ['network.hosts', host(40), host(900), null],
    ['network.hosts', host(40), host(40, false), 'phone'],
    ['sim.state', of('LOADED'), of('READY'), null],
  ])('%s: %j, then %j', (id, before, after, expected) => {
    expect(about(id, before, after)).toBe(expected)
  })

  test('what was not asked for one of the two times is no change', () => {
    expect(compare({ 'clock.automatic': of(true) }, { 'network.vpn': of(true) })).toEqual([])
    expect(compare({}, { constructor: of(true) })).toEqual([])
  })
})

test('a change is said as it was and as it is', () => {
  const before = { 'clock.offset': of(-259_200, 1), 'network.proxy': of('a:1'), 'network.vpn': of(false) }
  const after = {
    'clock.offset': of(0.4, 0.6),
    'network.proxy': absent('No proxy is set.'),
    'network.vpn': off,
  }
  expect(compare(before, after).map((change) => sayChange(change, say))).toEqual([
    {
      id: 'clock.offset',
      about: 'phone',
      label: 'Clock',
      before: '3 days behind',
      after: 'correct to within 1 s',
      tone: 'fine',
    },
    {
      id: 'network.proxy',
      about: 'phone',
      label: 'Proxy',
      before: 'a:1',
      after: 'No proxy is set',
      tone: 'fine',
    },
    {
      id: 'network.vpn',
      about: 'reading',
      label: 'VPN',
      before: 'off',
      after: 'could not be read',
      tone: 'unknown',
    },
  ])
})

test('a version is said only where it changed', () => {
  const words = (...values: readonly object[]) => {
    const [before, after] = values.map((value) => of({ state: 'enabled', ...value }))
    const [change] = compare({ 'package.a': before }, { 'package.a': after })
    return change && [sayChange(change, say).before, sayChange(change, say).after]
  }
  expect(words({ state: 'disabled', version: '1' }, { version: '1' })).toEqual(['disabled', 'enabled'])
  expect(words({ version: '1' }, { version: '2' })).toEqual(['enabled, version 1', 'enabled, version 2'])
})

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'clock.offset': fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  'battery.level': fc.integer({ min: 0, max: 100 }),
  'storage.free': fc.integer({ min: 0, max: 5e9 }),
  'network.validated': fc.boolean(),
  'network.transport': fc.constantFrom('wifi', 'cellular', 'none'),
  'network.hosts': fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.record({ reachable: fc.boolean() })),
  'package.com.xiaomi.account': fc.record({
    state: fc.constantFrom('enabled', 'disabled'),
    stopped: fc.boolean(),
  }),
  'reading.of.tomorrow': fc.jsonValue(),
}
const reading = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Reading<unknown>> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(value, fc.integer({ min: 0, max: 90 })).map(([one, range]) => of(one, range)),
    },
    { weight: 1, arbitrary: fc.constantFrom<Reading<unknown>>(off, none) },
  )
const readings = fc.record(
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, reading(value)])),
  { requiredKeys: [] },
)

describe('of any two inspections', () => {
  test('nothing changes between one and itself', () => {
    fc.assert(
      fc.property(readings, (one) => {
        expect(compare(one, one)).toEqual([])
      }),
    )
  })

  test('the way back is the same changes, turned round', () => {
    fc.assert(
      fc.property(readings, readings, (one, other) => {
        const turned = compare(other, one).map(({ before, after, ...rest }) => ({
          ...rest,
          before: after,
          after: before,
        }))
        const byId = (list: readonly { id: string }[]) => list.toSorted((a, b) => a.id.localeCompare(b.id))
        expect(byId(turned)).toEqual(byId(compare(one, other)))
      }),
    )
  })

  test('every change was read both times, reads otherwise, and is about the phone only if it could be read twice', () => {
    fc.assert(
      fc.property(readings, readings, (one, other) => {
        for (const change of compare(one, other)) {
          expect([one[change.id], other[change.id]]).toEqual([change.before, change.after])
          const { before, after } = sayChange(change, say)
          expect(before).not.toBe(after)
          const isUnread = [change.before, change.after].some(({ status }) => status === 'unreadable')
          expect(change.about).toBe(isUnread ? 'reading' : 'phone')
        }
      }),
    )
  })

  test('a clock within its uncertainties has not changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.double({ noNaN: true, min: -1, max: 1 }),
        (offset, one, other, part) => {
          const later = offset + part * (one + other)
          expect(about('clock.offset', of(offset, one), of(later, other))).toBeNull()
        },
      ),
    )
  })

  test('a host that answers sooner or later has not changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.boolean(), (one, other, answers) => {
        expect(about('network.hosts', host(one, answers), host(other, answers))).toBeNull()
      }),
    )
  })
})
