import { expect, test } from 'vitest'
import { clockProbe, clockSwitchesProbe } from '../../../src/core/probes/clock.ts'
import { brief, briefly, CUT, section, sectionsOf } from './sections-of.ts'

const SENT = 1_767_225_600_000 // 2026-01-01 00:00:00 UTC
const offset = (text: string, more: object = {}): unknown =>
  brief(
    clockProbe.read(sectionsOf(section('clock', text, { sentAt: SENT, receivedAt: SENT + 200, ...more })))[
      'clock.offset'
    ],
  )

test.each([
  ['1767225600.100000000\n', 0, 0.1],
  ['1767225600.1\n', 0, 0.1],
  ['1767225602.850000000\n', 2.75, 0.1],
  ['1766966400.100000000\n', -259_200, 0.1],
  // Android 8 and older: %N is printed as a letter, so the middle of the second is compared.
  ['1767225600.N\n', 0.4, 0.6],
  ['1767225600.%N\n', 0.4, 0.6],
  ['0.N\n', -1_767_225_599.6, 0.6],
])('%j is %d s off, give or take %d s', (text, value, uncertainty) => {
  expect(offset(text)).toEqual({ value, unit: 's', uncertainty })
})

test('a slow answer is a less certain one', () => {
  expect(offset('1767225605.000000000\n', { receivedAt: SENT + 10_000 })).toEqual({
    value: 0,
    unit: 's',
    uncertainty: 5,
  })
})

test.each([
  ['', {}, 'The phone gave no answer.'],
  ['1767225600.12', CUT, 'The answer of the phone was cut off.'],
  ['Thu Jan  1 00:00:00 UTC 2026\n', {}, 'The phone answered in a form that is not known.'],
  [
    '/system/bin/sh: date: inaccessible or not found\n',
    { exitCode: 127 },
    'This phone does not have the command.',
  ],
  ['1767225600.N\n', { receivedAt: SENT - 1 }, 'The clock of this computer was set while reading.'],
])('%j cannot be used', (text, more, reason) => {
  expect(offset(text, more)).toEqual({ unreadable: reason })
})

const switches = (text: string): Record<string, unknown> =>
  briefly(clockSwitchesProbe.read(sectionsOf(section('settings', text))))

test('automatic or by hand, unset, and refused', () => {
  expect(switches('auto_time_zone=0\nauto_time=1\n')).toEqual({
    'clock.automatic': true,
    'clock.zoneAutomatic': false,
  })
  expect(
    switches('auto_time=null\nauto_time_zone=cmd: Failure calling service settings: Broken pipe (32)\n'),
  ).toEqual({
    'clock.automatic': { absent: 'The phone has no setting for an automatic clock.' },
    'clock.zoneAutomatic': { unreadable: "The phone's own service did not answer." },
  })
  expect(switches('auto_time=maybe\n')).toEqual({
    'clock.automatic': { unreadable: 'The phone answered in a form that is not known.' },
    'clock.zoneAutomatic': { unreadable: 'The phone answered in a form that is not known.' },
  })
})
