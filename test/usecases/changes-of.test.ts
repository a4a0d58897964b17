import { expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { measured, unreadable, type Reading } from '../../src/core/reading.ts'
import type { StoredInspection } from '../../src/storage/store.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { showTicket } from '../../src/usecases/show-ticket.ts'
import { fakeStore, listed, speech, valueOf } from './fakes.ts'

const inspected = (
  id: string,
  readings: Readonly<Record<string, Reading<unknown>>>,
  more: Partial<StoredInspection> = {},
): StoredInspection => ({
  id,
  deviceId: 'd',
  ticketId: 'T-0001',
  phone: listed(1, 'S'),
  startedAt: `at ${id}`,
  tookMs: 5,
  roundTrips: 1,
  stopped: null,
  sections: [],
  readings: Object.entries(readings).map(([name, reading]) => ({ id: name, reading, sections: [], at: '' })),
  ...more,
})

/** The ticket as it is shown with these inspections in the record. */
const shown = async (
  first: StoredInspection | null,
  latest: StoredInspection | null,
  ended: StoredInspection | null = latest,
) => {
  const { store } = fakeStore({
    firstInspectionOfTicket: () => Promise.resolve(done(first)),
    latestInspectionOfTicket: (_, only) => Promise.resolve(done(only === 'ended' ? ended : latest)),
  })
  const desk = { store, speech, phoneOf: () => null }
  const intake = { customerName: 'Asha', phoneNumber: '1', said: '', symptoms: [], struck: [], consents: [] }
  const { id } = valueOf(await openTicket(desk, { ...intake, inspectionId: null }))
  const { changes, comparedWith } = valueOf(await showTicket(desk, id))
  return { changes: changes.map(({ label, before, after }) => `${label}: ${before}, ${after}`), comparedWith }
}

const off = measured(false, 'x')
const on = measured(true, 'x')
const one = inspected('one', { 'clock.automatic': off, 'network.vpn': off })
const nothing = { changes: [], comparedWith: null }

test('nothing is compared until the phone was read a second time', async () => {
  expect(await shown(null, null)).toEqual(nothing)
  expect(await shown(one, one)).toEqual(nothing)
  expect(await shown(null, { ...one, tookMs: null }, null)).toEqual(nothing)
})

test('a second reading tells what changed, or that nothing did', async () => {
  const two = inspected('two', { 'clock.automatic': on, 'network.vpn': off })
  expect(await shown(one, two)).toEqual({ changes: ['Automatic time: off, on'], comparedWith: 'at one' })
  expect(await shown(one, { ...one, id: 'two' })).toEqual({ changes: [], comparedWith: 'at one' })
})

test('one that was cut short tells what it has, and never that nothing changed', async () => {
  const readings = { 'clock.automatic': on, 'network.vpn': unreadable('cut off') }
  expect(await shown(one, inspected('two', readings, { stopped: 'unplugged' }))).toEqual({
    changes: ['Automatic time: off, on', 'VPN: off, could not be read'],
    comparedWith: null,
  })
})

test('while the phone is read once more, what was told stays', async () => {
  const two = inspected('two', { 'clock.automatic': on, 'network.vpn': off })
  const running = inspected('three', { 'network.vpn': on }, { tookMs: null })
  expect(await shown(one, running, two)).toEqual({
    changes: ['Automatic time: off, on', 'VPN: off, on'],
    comparedWith: 'at one',
  })
  expect((await shown(one, { ...running, id: 'two' }, one)).comparedWith).toBeNull()
})
