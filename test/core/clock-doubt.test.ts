import { expect, test } from 'vitest'
import { doubtClock } from '../../src/core/clock-doubt.ts'
import { measured, unreadable, type Readings } from '../../src/core/reading.ts'
import { readingsFrom } from './diagnosis/readings.ts'

const phone = (seconds: number, automatic = true): Readings =>
  readingsFrom({
    'clock.offset': { value: seconds, uncertainty: 0.1 },
    'clock.automatic': { value: automatic },
  })

test('two phones that agree and are far off make the computer doubtful', () => {
  expect(doubtClock([phone(36_000), phone(36_020), phone(0.4)])).toEqual({ seconds: 36_020, phones: 2 })
  expect(doubtClock([phone(-259_200), phone(-259_210), phone(-259_190)])).toEqual({
    seconds: -259_200,
    phones: 3,
  })
})

test.each([
  ['one phone alone', [phone(36_000)]],
  ['two that do not agree', [phone(36_000), phone(-7200)]],
  ['two that are right', [phone(0.2), phone(-0.3)]],
  ['two that were set by hand', [phone(36_000, false), phone(36_000, false)]],
  ['phones that were not read', [{}, {}]],
])('%s says nothing about it', (_, phones) => {
  expect(doubtClock(phones)).toBeNull()
})

test('what the internet tells counts before what phones agree on', () => {
  const phones = [phone(36_000), phone(36_020)]
  expect(doubtClock(phones, measured(0.3, 'x', { uncertainty: 0.6 }))).toBeNull()
  expect(doubtClock([], measured(-600, 'x', { uncertainty: 0.6 }))).toEqual({ seconds: -600, phones: 0 })
  expect(doubtClock(phones, unreadable('x'))).toEqual({ seconds: 36_020, phones: 2 })
})

test('a phone that does not say how its clock is set counts', () => {
  const silent = readingsFrom({ 'clock.offset': { value: 3600, uncertainty: 0.1 } })
  expect(doubtClock([silent, phone(3600)])).toMatchObject({ phones: 2 })
})
