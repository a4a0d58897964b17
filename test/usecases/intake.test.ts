import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import {
  CONDITIONS,
  EMPTY_INTAKE,
  EMPTY_INTAKE_FORM,
  formOfIntake,
  readIntake,
  tick,
  type Condition,
  type IntakeForm,
} from '../../src/core/intake.ts'
import { changeIntake, correctTicket } from '../../src/usecases/change-intake.ts'
import { closeTicket } from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { addNote } from '../../src/usecases/notes.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { showTicket, type TicketDesk } from '../../src/usecases/show-ticket.ts'
import { openStore } from '../storage/open-for-test.ts'
import { speech, valueOf } from './fakes.ts'

const FORM: IntakeForm = {
  ...EMPTY_INTAKE_FORM,
  condition: ['scratches', 'cracked-glass'],
  conditionNote: ' dent at the corner ',
  left: ['sim'],
  proof: 'seen',
  promised: '2026-11-25T16:30',
  quote: '1,499.50',
}

const setUp = async (form?: IntakeForm) => {
  const store = await openStore()
  const shop = () => ({ who: 'Meera', currency: 'INR', warrantyDays: 30, letterhead: '' })
  const desk: TicketDesk = { store, speech, phoneOf: () => null, shop }
  const opened = valueOf(
    await openTicket(desk, {
      customerName: 'Asha',
      phoneNumber: '+91 98765 43210',
      said: 'cannot verify',
      symptoms: [],
      struck: [],
      consents: ['read', 'loss'],
      inspectionId: null,
      ...(form && { intake: form }),
    }),
  )
  const said = async () => valueOf(await showTicket(desk, opened.id)).history.map(({ what }) => what)
  return { desk, opened, id: opened.id, said }
}

describe('an intake', () => {
  test('is kept with the ticket, and the history tells each part of it', async () => {
    const { opened, said } = await setUp(FORM)
    expect(opened.intake).toEqual({
      condition: ['scratches', 'cracked-glass'],
      conditionNote: 'dent at the corner',
      left: ['sim'],
      leftNote: '',
      proof: 'seen',
      promisedAt: new Date('2026-11-25T16:30').toISOString(),
      quote: 149_950,
      paid: null,
      currency: 'INR',
    })
    expect(opened.consents).toEqual(['read', 'loss'])
    const [first, second] = await said()
    expect(first).toBe('Ticket opened')
    expect(second).toContain('Condition: scratches, cracked glass')
    expect(second).toContain('Also to see: dent at the corner')
    expect(second).toContain('Quote: 1499.50 INR')
    expect(opened.history.map(({ who }) => who)).toEqual(['Meera', 'Meera'])
  })

  test('without any of it is one event, as before', async () => {
    const { opened, said } = await setUp()
    expect(opened.intake).toEqual(EMPTY_INTAKE)
    expect(await said()).toEqual(['Ticket opened'])
  })

  test('that is changed says only what changed, and nothing when nothing did', async () => {
    const { desk, id, said, opened } = await setUp(FORM)
    const form = formOfIntake(opened.intake)
    expect(await changeIntake(desk, id, form)).toEqual(failed('ticket.unchanged', { number: 'T-0001' }))
    const paid = valueOf(await changeIntake(desk, id, { ...form, paid: '500', left: [] }))
    expect(paid.intake).toMatchObject({ paid: 50_000, quote: 149_950, left: [] })
    expect((await said()).at(-1)).toBe('Left with it: none · Paid: 500.00 INR')
    expect(await changeIntake(desk, id, { ...form, quote: 'a lot' })).toEqual(
      failed('intake.amount', { text: 'a lot' }),
    )
    expect(await changeIntake(desk, id, { ...form, promised: 'soon' })).toEqual(
      failed('intake.time', { text: 'soon' }),
    )
  })

  test('reads as it was written', () => {
    const amount = fc.option(fc.nat(2_000_000_000), { nil: null })
    const date = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString())
    fc.assert(
      fc.property(amount, amount, fc.option(date, { nil: null }), (quote, paid, promisedAt) => {
        const hasMoney = quote !== null || paid !== null
        const intake = { ...EMPTY_INTAKE, quote, paid, promisedAt, currency: hasMoney ? 'INR' : '' }
        expect(readIntake(formOfIntake(intake), 'INR')).toEqual({ ok: true, value: intake })
      }),
    )
  })

  test('says either “nothing” or something', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CONDITIONS)), (ticks) => {
        let list: readonly Condition[] = []
        for (const item of ticks) list = tick(list, item)
        expect(new Set(list).size).toBe(list.length)
        expect(list.includes('nothing') && list.length > 1).toBe(false)
      }),
    )
  })
})

describe('notes', () => {
  test('are added, put right by another one, and taken back; each stays in the history', async () => {
    const { desk, id, said } = await setUp()
    const [note] = valueOf(await addNote(desk, id, ' call after six ')).notes
    expect(note).toMatchObject({ text: 'call after six', who: 'Meera', before: [] })
    const right = valueOf(await addNote(desk, id, 'call after seven', note?.id ?? ''))
    expect(right.notes).toMatchObject([{ text: 'call after seven', before: [{ text: 'call after six' }] }])
    const back = valueOf(await addNote(desk, id, '', note?.id ?? ''))
    expect(back.notes[0]?.before.map(({ text }) => text)).toEqual(['call after six', 'call after seven'])
    expect(await said()).toEqual([
      'Ticket opened',
      'Note: call after six',
      'Note put right: call after seven',
      'Note taken back',
    ])
  })

  test('of nothing, or about no note of this ticket, are refused; on a closed ticket they are not', async () => {
    const { desk, id } = await setUp()
    expect(await addNote(desk, id, '  ')).toEqual(failed('note.empty'))
    expect(await addNote(desk, id, 'x', 'nothing')).toEqual(failed('note.unknown', { number: 'T-0001' }))
    valueOf(await closeTicket(desk, id, 'declined'))
    expect(valueOf(await addNote(desk, id, 'came for the case')).notes).toHaveLength(1)
  })
})

describe('what is put right', () => {
  const now = { customerName: 'Asha Rao', phoneNumber: '+91 98765 43210', said: 'it says wrong password' }

  test('reads so from then on, and the history keeps what stood there', async () => {
    const { desk, id, said } = await setUp()
    const view = valueOf(await correctTicket(desk, id, now))
    expect(view).toMatchObject({ customer: { name: 'Asha Rao' }, said: now.said })
    expect((await said()).at(-1)).toBe(
      'Name put right: “Asha” is now “Asha Rao” · Words put right: “cannot verify” is now “it says wrong password”',
    )
    expect(await correctTicket(desk, id, now)).toMatchObject({ failure: { code: 'ticket.unchanged' } })
    expect(await correctTicket(desk, id, { ...now, customerName: ' ' })).toMatchObject({
      failure: { code: 'ticket.customer-missing' },
    })
  })

  test('is told no more once the customer is erased', async () => {
    const { desk, id, said, opened } = await setUp(FORM)
    valueOf(await correctTicket(desk, id, now))
    valueOf(await addNote(desk, id, 'secret of Asha'))
    valueOf(await desk.store.eraseCustomer(opened.customer.id, 'now', 'counter'))
    const left = (await said()).join('\n')
    expect(left).not.toMatch(/Asha|verify|wrong password|dent/u)
    expect(left).toContain('Customer’s details put right\nNote\nThe customer’s data was erased')
    expect(await correctTicket(desk, id, now)).toMatchObject({ failure: { code: 'customer.erased' } })
  })
})

test('a note whose text was erased is told without it, and is put right no more', async () => {
  const { desk, id, said } = await setUp()
  const note = valueOf(await addNote(desk, id, 'her password is Zzyzx')).notes[0]?.id ?? ''
  valueOf(await desk.store.eraseNote(note, 'now', 'Asif'))
  expect((await said()).slice(-2)).toEqual(['Note', 'A note’s text was erased for good'])
  // What is still in somebody’s form may be what was erased.
  expect(await addNote(desk, id, 'it is Zzyzx', note)).toMatchObject({ failure: { code: 'note.erased' } })
  expect(valueOf(await showTicket(desk, id)).notes).toMatchObject([{ id: note, text: null }])
})

test('an attempt says who made it and how long it took', async () => {
  const { desk, id, said } = await setUp()
  const tried = { id, fix: 'FX24', outcome: 'failed', verified: 'sign-in', minutes: 12 } as const
  const view = valueOf(await recordAttempt(desk, tried))
  expect(view.attempts).toMatchObject([{ minutes: 12, technician: 'Meera' }])
  expect((await said()).at(-1)).toMatch(/did not work, seen by signing in, 12 min$/u)
})
