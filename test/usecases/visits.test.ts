import { expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import { warrantyAfterClose } from '../../src/core/ticket-moves.ts'
import { NOTHING_TYPED } from '../../src/core/ticket.ts'
import { measured } from '../../src/core/reading.ts'
import { closeTicket } from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { loadDraft, saveDraft } from '../../src/usecases/keep-draft.ts'
import {
  describeDevice,
  mergeCustomers,
  readTypedDevice,
  showCustomer,
  showDevice,
} from '../../src/usecases/look-up.ts'
import { openTicket, type Intake } from '../../src/usecases/open-ticket.ts'
import { showTicket, type TicketDesk } from '../../src/usecases/show-ticket.ts'
import { openStore } from '../storage/open-for-test.ts'
import { inspectionNamed } from '../storage/some-record.ts'
import { speech, valueOf } from './fakes.ts'

const IMEI = '490154203237518'

const setUp = async () => {
  const store = await openStore()
  const shop = () => ({ who: 'Meera', currency: 'INR', warrantyDays: 30, letterhead: '' })
  const desk: TicketDesk = { store, speech, phoneOf: () => null, shop }
  const open = async (more: Partial<Intake> = {}) =>
    valueOf(
      await openTicket(desk, {
        customerName: 'Asha',
        phoneNumber: '+91 98765 43210',
        said: 'cannot verify',
        symptoms: [],
        struck: [],
        consents: [],
        inspectionId: null,
        ...more,
      }),
    )
  return { store, desk, open }
}

test('a customer’s page has all their tickets, and two customers are put together by a click', async () => {
  const { desk, open } = await setUp()
  const one = await open()
  const two = await open({ customerName: 'A. Rao' })
  const page = valueOf(await showCustomer(desk, one.customer.id))
  expect(page.alike).toMatchObject([{ id: two.customer.id, tickets: 1 }])
  const merged = valueOf(await mergeCustomers(desk, one.customer.id, two.customer.id))
  expect(merged.tickets.map(({ number }) => number)).toEqual(['T-0002', 'T-0001'])
  expect(valueOf(await showTicket(desk, two.id)).history.at(-1)).toMatchObject({
    who: 'Meera',
    what: 'Was written on another customer: A. Rao, +91 98765 43210. They are one person: Asha',
  })
  expect(await showCustomer(desk, 'nobody')).toEqual(failed('customer.unknown', { id: 'nobody' }))
})

test('a device’s page lays each reading beside the one before', async () => {
  const { store, desk, open } = await setUp()
  let device = ''
  for (const [id, offset] of [
    ['before', -259_200],
    ['after', 0],
  ] as const) {
    const at = `2026-11-23T1${String(id === 'before' ? 0 : 1)}:00:00.000Z`
    valueOf(await store.beginInspection(inspectionNamed(id, at)))
    const reading = measured(offset, 'date', { unit: 's', uncertainty: 1 })
    valueOf(await store.addReadings(id, [], [{ id: 'clock.offset', reading, sections: [], at }]))
    device = valueOf(
      await store.nameDevice(id, { serial: 'S1', model: 'M', marketName: null, training: false }),
    )
    valueOf(await store.endInspection(id, { tookMs: 1, roundTrips: 1, stopped: null }))
  }
  await open({ inspectionId: 'before' })
  const page = valueOf(await showDevice(desk, device))
  expect(page.readings.map(({ id, changes }) => [id, changes.length])).toEqual([
    ['after', 1],
    ['before', 0],
  ])
  expect(page.readings[0]?.changes[0]?.label).toBe('Clock')
  const typed = { ...NOTHING_TYPED, imei: '49-015420-323751-8' }
  expect(valueOf(await describeDevice(desk, device, typed)).typed.imei).toBe(IMEI)
  expect(await describeDevice(desk, device, { ...typed, imei2: '123' })).toEqual(
    failed('device.imei', { text: '123' }),
  )
})

test('an IMEI is known in the form, and one whose check digit is wrong opens no ticket', async () => {
  const { store, desk, open } = await setUp()
  await open({ device: { ...NOTHING_TYPED, imei: IMEI } })
  const { draft } = valueOf(await loadDraft(store, speech))
  const device = { ...NOTHING_TYPED, imei2: `IMEI ${IMEI}` }
  const saved = valueOf(await saveDraft(store, speech, { ...draft, device }))
  expect(saved.seen).toMatchObject([{ number: 'T-0001', by: 'imei', customer: { name: 'Asha' } }])
  const wrong = { ...NOTHING_TYPED, imei: '490154203237519' }
  expect(readTypedDevice(wrong)).toEqual(failed('device.imei', { text: wrong.imei }))
  await expect(open({ device: wrong })).rejects.toThrow('device.imei')
  expect(valueOf(await desk.store.tickets({ search: '', state: null, limit: 9 })).total).toBe(1)
})

test('a warranty begins with the first closing as fixed, and neither reopening nor rework begins it anew', async () => {
  const { desk, open } = await setUp()
  const first = await open()
  valueOf(await recordAttempt(desk, { id: first.id, fix: 'FX24', outcome: 'worked', verified: 'sign-in' }))
  const { warranty } = valueOf(await closeTicket(desk, first.id, 'fixed'))
  expect(warranty?.days).toBe(30)
  const rework = await open({ reworkOf: first.id })
  expect(rework.history.map(({ what }) => what)).toContain('Rework of T-0001, within its warranty')
  valueOf(await recordAttempt(desk, { id: rework.id, fix: 'FX25', outcome: 'worked', verified: 'sign-in' }))
  expect(valueOf(await closeTicket(desk, rework.id, 'fixed')).warranty).toEqual(warranty)
  expect(valueOf(await showTicket(desk, first.id)).history.at(-1)?.what).toBe('Came back: rework on T-0002')
})

test.each([
  [null, 'fixed', 30, { days: 30, until: '2026-12-23T10:00:00.000Z' }],
  [null, 'not-fixed', 30, null],
  [null, 'fixed', 0, null],
  [
    { days: 7, until: '2026-11-25T10:00:00.000Z' },
    'fixed',
    30,
    { days: 7, until: '2026-11-25T10:00:00.000Z' },
  ],
] as const)('%j closed as %s with %i days', (before, result, days, after) => {
  expect(warrantyAfterClose(before, result, '2026-11-23T10:00:00.000Z', days)).toEqual(after)
})
