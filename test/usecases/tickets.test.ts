import { describe, expect, test } from 'vitest'
import { EMPTY_INTAKE_FORM } from '../../src/core/intake.ts'
import { failed } from '../../src/core/failure.ts'
import { NOTHING_TYPED, type CloseResult } from '../../src/core/ticket.ts'
import type { Store } from '../../src/storage/store.ts'
import {
  agreeToLoss,
  attachPhone,
  changeConsents,
  changeSymptoms,
  closeTicket,
  recordCheck,
  reopenTicket,
} from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { clearDraft, loadDraft, saveDraft } from '../../src/usecases/keep-draft.ts'
import { openTicket, type Intake } from '../../src/usecases/open-ticket.ts'
import { showTicket } from '../../src/usecases/show-ticket.ts'
import { fakeStore, speech, valueOf } from './fakes.ts'

const intake = (more: Partial<Intake> = {}): Intake => ({
  customerName: ' Asha Rao ',
  phoneNumber: ' 123 ',
  said: ' cannot verify ',
  symptoms: ['SY01'],
  struck: [],
  consents: [],
  inspectionId: null,
  ...more,
})

const setUp = async (over: Partial<Store> = {}) => {
  const record = fakeStore(over)
  const desk = { store: record.store, speech, phoneOf: () => null }
  const { id } = valueOf(await openTicket(desk, intake()))
  const attempt = (fix: string, outcome: 'worked' | 'failed' | 'partly') =>
    recordAttempt(desk, { id, fix, outcome, verified: 'word' })
  const close = (result: CloseResult) => closeTicket(desk, id, result)
  return { ...record, desk, id, attempt, close }
}

test('a phone that is read later becomes the ticket’s, once and while it is open', async () => {
  const { desk, id, close, tickets } = await setUp()
  expect(await attachPhone(desk, id, null)).toEqual(failed('phone.gone'))
  const attached = valueOf(await attachPhone(desk, id, 'inspection 9'))
  expect(attached.history.at(-1)?.what).toBe('The phone was read for this ticket')
  const device = { id: 'd', serial: 'S', model: null }
  const known = tickets.get(id)
  if (known) tickets.set(id, { ...known, device })
  expect(await attachPhone(desk, id, 'inspection 9')).toMatchObject({ failure: { code: 'ticket.has-phone' } })
  await close('declined')
  expect(await attachPhone(desk, id, 'inspection 9')).toMatchObject({ failure: { code: 'ticket.closed' } })
})

test('what the customer agreed to lose stands in the history, until the ticket comes back', async () => {
  const { desk, id, close } = await setUp()
  const agreed = valueOf(await agreeToLoss(desk, { id, fix: 'FX27' }))
  expect(agreed.agreedLosses).toEqual(['factory-reset'])
  expect(agreed.history.at(-1)?.what).toMatch(/^The customer agreed to “.+”, knowing: .+lost/u)
  expect(await agreeToLoss(desk, { id, fix: 'FX99' })).toMatchObject({
    failure: { code: 'knowledge.unknown' },
  })
  await close('declined')
  expect(await agreeToLoss(desk, { id, fix: 'FX27' })).toMatchObject({ failure: { code: 'ticket.closed' } })
  expect(valueOf(await reopenTicket(desk, id)).agreedLosses).toEqual([])
})

describe('opening a ticket', () => {
  test('hears the symptoms in the words, without those that were struck out', async () => {
    const { store } = fakeStore()
    const desk = { store, speech, phoneOf: () => null }
    const said = 'invalid username or password'
    const all = valueOf(await openTicket(desk, intake({ said, symptoms: ['SY01'] })))
    expect(all.symptoms).toEqual(['could-not-verify'])
    const struck = valueOf(
      await openTicket(desk, intake({ said, symptoms: [], struck: ['could-not-verify'] })),
    )
    expect(struck.symptoms).toEqual([])
    expect(struck.diagnosis.heard).toEqual([])
  })

  test('trims what was typed and keeps the first advice', async () => {
    const { tickets, advice, id } = await setUp()
    expect(tickets.get(id)).toMatchObject({
      customer: { name: 'Asha Rao', phone: '123' },
      said: 'cannot verify',
    })
    expect(advice).toEqual([id])
  })

  test.each([
    [{ customerName: ' \u00a0' }, failed('ticket.customer-missing')],
    [{ symptoms: ['SY01', 'SY99'] }, failed('knowledge.unknown', { kind: 'symptom', id: 'SY99' })],
  ])('with %j is refused and leaves no ticket', async (more, refused) => {
    const { store, tickets } = fakeStore()
    expect(await openTicket({ store, speech, phoneOf: () => null }, intake(more))).toEqual(refused)
    expect(tickets.size).toBe(0)
  })
})

describe('a ticket', () => {
  test('keeps a fix under its own id with the facts that it covers', async () => {
    const { attempt } = await setUp()
    const view = valueOf(await attempt('FX24', 'worked'))
    expect(view.attempts).toMatchObject([{ fix: 'set-clock', covers: ['FX24'], outcome: 'worked' }])
    expect(view).toMatchObject({ state: 'fixed', workedFix: 'set-clock' })
    expect(view.history.at(-1)?.what).toContain('by the customer’s word')
  })

  test('is no longer fixed when the fix that worked has failed, and stays so when another fails', async () => {
    const { attempt } = await setUp()
    await attempt('FX24', 'worked')
    expect(valueOf(await attempt('FX25', 'failed'))).toMatchObject({ state: 'fixed' })
    expect(valueOf(await attempt('FX24', 'partly'))).toMatchObject({ state: 'diagnosing', workedFix: null })
  })

  test('goes on after the fix that did not last, once it is reopened', async () => {
    const { attempt, close, desk, id } = await setUp()
    await attempt('FX24', 'worked')
    expect(valueOf(await close('fixed')).diagnosis.next).toBeNull()
    const { diagnosis } = valueOf(await reopenTicket(desk, id))
    expect(diagnosis.next).not.toBeNull()
    expect(diagnosis.plan.map((step) => step.id)).not.toContain('set-clock')
    const again = valueOf(await attempt('FX25', 'worked'))
    expect(again).toMatchObject({ state: 'fixed', diagnosis: { next: null } })
  })

  test('keeps new advice with every change', async () => {
    const { attempt, close, advice, desk, id } = await setUp()
    await attempt('FX24', 'worked')
    await recordCheck(desk, { id, check: 'CK01', result: 'passes' })
    await changeSymptoms(desk, id, [])
    await close('fixed')
    await reopenTicket(desk, id)
    expect(advice).toHaveLength(6)
    expect(valueOf(await showTicket(desk, id)).history).toHaveLength(6)
  })

  test('refuses a move that its state forbids, says why, and stays as it was', async () => {
    const { attempt, close, desk, id, tickets } = await setUp()
    const number = 'T-0001'
    expect(await reopenTicket(desk, id)).toEqual(failed('ticket.not-closed', { number }))
    expect(await close('fixed')).toEqual(failed('ticket.no-working-fix', { number }))
    await attempt('FX24', 'worked')
    expect(await close('not-fixed')).toEqual(failed('ticket.has-working-fix', { number, fix: 'set-clock' }))
    valueOf(await close('fixed'))
    const closed = tickets.get(id)
    const refused = failed('ticket.closed', { number })
    expect(await close('fixed')).toEqual(refused)
    expect(await attempt('FX24', 'failed')).toEqual(refused)
    expect(await changeSymptoms(desk, id, ['SY01'])).toEqual(refused)
    expect(await recordCheck(desk, { id, check: 'CK01', result: 'fails' })).toEqual(refused)
    expect(tickets.get(id)).toBe(closed)
  })

  test('is not asked about what the knowledge base does not know', async () => {
    const { attempt, desk, id, tickets } = await setUp()
    const before = tickets.get(id)
    expect(await attempt('FX99', 'failed')).toEqual(failed('knowledge.unknown', { kind: 'fix', id: 'FX99' }))
    expect(await changeSymptoms(desk, id, ['SY99'])).toMatchObject({ ok: false })
    expect(await recordCheck(desk, { id, check: 'CK99', result: 'fails' })).toMatchObject({ ok: false })
    expect(await showTicket(desk, 'T-0404')).toEqual(failed('ticket.unknown', { id: 'T-0404' }))
    expect(tickets.get(id)).toBe(before)
  })

  test('says when a change could not be saved', async () => {
    const { desk, id } = await setUp({ changeTicket: () => Promise.resolve(failed('record.full')) })
    expect(await closeTicket(desk, id, 'declined')).toEqual(failed('record.full'))
  })
})

describe('the draft of a new ticket', () => {
  const typed = {
    customerName: 'Ash',
    phoneNumber: '+92',
    said: "Couldn't verify Mi Account ID",
    symptoms: ['SY01'],
    struck: [],
    consents: ['read'],
    intake: EMPTY_INTAKE_FORM,
    device: NOTHING_TYPED,
    customerId: null,
    reworkOf: null,
  } as const

  test('is there again as it was typed, with the symptoms that its words hold', async () => {
    const { store } = fakeStore()
    expect(valueOf(await loadDraft(store, speech)).draft.customerName).toBe('')
    const saved = valueOf(await saveDraft(store, speech, typed))
    expect(saved.heard).not.toEqual([])
    expect(valueOf(await loadDraft(store, speech))).toEqual(saved)
    expect(saved.draft).toEqual(typed)
  })

  test('of an older Benchside is filled up with what it did not have', async () => {
    const { store, drafts } = fakeStore()
    drafts.set('new-ticket', '{"said":"hello"}')
    const { draft } = valueOf(await loadDraft(store, speech))
    expect(draft).toEqual({
      customerName: '',
      phoneNumber: '',
      said: 'hello',
      symptoms: [],
      struck: [],
      consents: [],
      intake: EMPTY_INTAKE_FORM,
      device: NOTHING_TYPED,
      customerId: null,
      reworkOf: null,
    })
  })

  test('is empty when the ticket is open', async () => {
    const { store } = fakeStore()
    await saveDraft(store, speech, typed)
    await clearDraft(store)
    expect(valueOf(await loadDraft(store, speech)).draft.said).toBe('')
  })

  test('that could not be saved says so', async () => {
    const { store } = fakeStore({ saveDraft: () => Promise.resolve(failed('record.full')) })
    expect(await saveDraft(store, speech, typed)).toEqual(failed('record.full'))
  })
})

test('a change that is saved is no failure when the advice after it cannot be saved', async () => {
  const { attempt, tickets, id } = await setUp({ saveAdvice: () => Promise.resolve(failed('record.full')) })
  expect(valueOf(await attempt('FX25', 'failed')).attempts).toHaveLength(1)
  expect(tickets.get(id)?.attempts).toHaveLength(1)
})

test('what the customer agrees to can change while the ticket is open, and the history says it', async () => {
  const { desk, id, close } = await setUp()
  const agreed = valueOf(await changeConsents(desk, id, ['read']))
  expect(agreed.consents).toEqual(['read'])
  expect(agreed.history.at(-1)?.what).toBe(
    'The customer agrees: the phone may be read, settings may not be changed',
  )
  await close('declined')
  expect(await changeConsents(desk, id, [])).toMatchObject({ failure: { code: 'ticket.closed' } })
})
