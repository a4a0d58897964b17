import { describe, expect, test } from 'vitest'
import { signHolds } from '../../../src/core/diagnosis/sign-holds.ts'
import type { Predicate } from '../../../src/core/knowledge/predicate.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { readingsFrom } from './readings.ts'

const clockOff: Predicate = { reading: 'clock.offset', test: 'abs-at-least', value: 300 }

describe('clock', () => {
  test.each([
    [-259_200, 1, true],
    [400, 5, true],
    [2, 1, false],
    [-280, 5, false],
    // The uncertainty reaches over the bound: nothing can be said.
    [295, 20, null],
    [310, 60, null],
  ])('offset %d ± %d', (value, uncertainty, expected) => {
    expect(signHolds(clockOff, readingsFrom({ 'clock.offset': { value, uncertainty } }))).toBe(expected)
  })
})

test('what was not read says nothing', () => {
  expect(signHolds(clockOff, {})).toBeNull()
  expect(signHolds(clockOff, { 'clock.offset': { status: 'unreadable', reason: 'timed out' } })).toBeNull()
  expect(signHolds(clockOff, { 'clock.offset': { status: 'absent', reason: 'no clock' } })).toBeNull()
})

test('an absent reading means what the question says that it means', () => {
  const none = { status: 'absent', reason: 'not set' } as const
  expect(signHolds({ reading: 'network.proxy', test: 'present' }, { 'network.proxy': none })).toBe(false)
  expect(signHolds({ reading: 'device.owner', test: 'present' }, { 'device.owner': none })).toBe(false)
  const locked: Predicate = { reading: 'findDevice.locked', test: 'is', value: true }
  expect(signHolds(locked, { 'findDevice.locked': none })).toBeNull()
})

test.each([
  ['enabled', false],
  ['disabled', true],
  ['removed', true],
  ['absent', true],
])('package state %s', (state, expected) => {
  const off: Predicate = {
    reading: 'package.com.xiaomi.account',
    test: 'state-in',
    values: ['disabled', 'removed', 'absent'],
  }
  expect(signHolds(off, readingsFrom({ 'package.com.xiaomi.account': { value: { state } } }))).toBe(expected)
})

test.each([
  ['ABSENT', true],
  ['ABSENT,PIN_REQUIRED', true],
  ['LOADED,ABSENT', false],
  ['UNKNOWN,ABSENT', false],
])('SIM slots %s', (state, expected) => {
  const none = SHIPPED.signs.find(({ id }) => id === 'no-usable-sim')
  expect(none && signHolds(none.when, readingsFrom({ 'sim.state': { value: state } }))).toBe(expected)
})

const hosts = (value: object) => readingsFrom({ 'network.hosts': { value } })

test('some hosts that do not resolve are told from all of them', () => {
  const some: Predicate = { reading: 'network.hosts', test: 'some-unresolved' }
  const all: Predicate = { reading: 'network.hosts', test: 'all-unresolved' }
  const one = hosts({ a: { resolves: false }, b: { resolves: true } })
  const every = hosts({ a: { resolves: false }, b: { resolves: false } })
  const unknown = hosts({ a: {}, b: {} })
  expect([signHolds(some, one), signHolds(all, one)]).toEqual([true, false])
  expect([signHolds(some, every), signHolds(all, every)]).toEqual([false, true])
  expect([signHolds(some, unknown), signHolds(all, unknown)]).toEqual([null, null])
})

test('a host that does not resolve is not counted as unreachable', () => {
  const some: Predicate = { reading: 'network.hosts', test: 'some-unreachable' }
  expect(
    signHolds(
      some,
      hosts({ a: { resolves: false, reachable: false }, b: { resolves: true, reachable: true } }),
    ),
  ).toBe(false)
})

test.each([
  ['10', true],
  ['10.9', true],
  ['11', false],
  ['12.5', false],
  ['', null],
])('version %s below 11', (value, expected) => {
  const old: Predicate = { reading: 'os.version', test: 'version-below', value: '11' }
  expect(signHolds(old, readingsFrom({ 'os.version': { value } }))).toBe(expected)
})

test('all, any and not pass "unknown" on unless the rest decides', () => {
  const yes: Predicate = { reading: 'network.vpn', test: 'is', value: true }
  const unknown = clockOff
  const readings = readingsFrom({ 'network.vpn': { value: true } })
  expect(signHolds({ all: [yes, unknown] }, readings)).toBeNull()
  expect(signHolds({ all: [{ not: yes }, unknown] }, readings)).toBe(false)
  expect(signHolds({ any: [yes, unknown] }, readings)).toBe(true)
  expect(signHolds({ any: [{ not: yes }, unknown] }, readings)).toBeNull()
  expect(signHolds({ not: unknown }, readings)).toBeNull()
})

test('a value of an unexpected kind says nothing and breaks nothing', () => {
  expect(signHolds(clockOff, readingsFrom({ 'clock.offset': { value: 'soon' } }))).toBeNull()
  expect(signHolds({ reading: 'network.hosts', test: 'some-unresolved' }, hosts([1, null, 'x']))).toBeNull()
})
