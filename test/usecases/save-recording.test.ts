import { expect, test } from 'vitest'
import { cleanDeviceText } from '../../src/core/device-text.ts'
import { done } from '../../src/core/failure.ts'
import { parseRecording } from '../../src/core/recording.ts'
import type { StoredInspection } from '../../src/storage/store.ts'
import { recordingName, recordingOf } from '../../src/usecases/save-recording.ts'
import { CLOCK, listed, section, valueOf } from './fakes.ts'

const stored = (change: Partial<StoredInspection> = {}): StoredInspection => ({
  id: 'inspection 1',
  deviceId: 'device 1',
  ticketId: 'ticket 1',
  phone: listed(7, 'A'),
  startedAt: '2026-11-23T10:02:11.500Z',
  tookMs: 400,
  roundTrips: 1,
  stopped: null,
  sections: [
    { ...section('battery', 'level: 81\n'), receivedAt: CLOCK.receivedAt + 5 },
    section('getprop', '[ro.serialno]: [A]\n[gsm.imei]: [356938035643809]\n'),
    section(
      'account',
      'User UserInfo{0:Asha Rao:c13}:\n  Accounts: 1\n    Account {name=asha@example.com, type=com.google}\n',
    ),
    CLOCK,
  ],
  readings: [],
  ...change,
})
const storeOf = (inspection: StoredInspection | null) => ({ inspection: async () => done(inspection) })

test('what was kept of a reading is saved, in the order in which it came, and can be opened again', async () => {
  const recording = valueOf(await recordingOf(storeOf(stored()), 'inspection 1'))
  expect(recording).toMatchObject({
    schema: 1,
    recordedAt: '2026-11-23T10:02:11.500Z',
    phone: listed(7, 'A'),
  })
  expect(recording.sections.map(({ id }) => id)).toEqual(['getprop', 'account', 'clock', 'battery'])
  expect(parseRecording(JSON.stringify(recording), 'a.json')).toEqual({ ok: true, value: recording })
})

test('nothing of the customer or of the ticket is in it, also of a record that held more', async () => {
  const text = JSON.stringify(valueOf(await recordingOf(storeOf(stored()), 'inspection 1')))
  for (const secret of ['356938035643809', 'Asha', 'asha@', 'ticket 1', 'device 1', 'inspection 1'])
    expect(text).not.toContain(secret)
  expect(text).toContain('[ro.serialno]: [A]')
})

test.each([
  ['nothing was read', null, stored()],
  ['it is in no record', 'inspection 1', null],
  ['it is still read', 'inspection 1', stored({ tookMs: null })],
  ['it is the training phone', 'inspection 1', stored({ phone: listed(-1, 'TRAINING') })],
  ['it is a recording itself', 'inspection 1', stored({ phone: listed(-2, 'A') })],
])('there is nothing to save while %s', async (_, id, inspection) => {
  expect(await recordingOf(storeOf(inspection), id)).toMatchObject({ failure: { code: 'recording.nothing' } })
})

test.each([
  ['23043RP34G', 'benchside-23043RP34G-2026-11-23-10-02.json'],
  ['../../etc/passwd', 'benchside-etc-passwd-2026-11-23-10-02.json'],
  ['Redmi Note 12 5G', 'benchside-Redmi-Note-12-5G-2026-11-23-10-02.json'],
  ['红米', 'benchside-phone-2026-11-23-10-02.json'],
  [null, 'benchside-phone-2026-11-23-10-02.json'],
])('a phone that calls itself %s gives the file a tame name', async (model, name) => {
  const phone = { ...listed(7, 'A'), model: model === null ? null : cleanDeviceText(model) }
  expect(recordingName(valueOf(await recordingOf(storeOf(stored({ phone })), 'inspection 1')))).toBe(name)
})
