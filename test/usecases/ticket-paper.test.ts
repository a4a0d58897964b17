import { expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import { EMPTY_INTAKE_FORM } from '../../src/core/intake.ts'
import { closeTicket } from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { addNote } from '../../src/usecases/notes.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import type { Shop } from '../../src/usecases/shop.ts'
import { showTicket, type TicketDesk } from '../../src/usecases/show-ticket.ts'
import { ticketPaper, type WantedPaper } from '../../src/usecases/ticket-paper.ts'
import { openStore } from '../storage/open-for-test.ts'
import { fakeStore, speech, valueOf } from './fakes.ts'

const SHOP: Shop = { who: 'Meera', currency: 'INR', warrantyDays: 30, letterhead: 'Asha’s Phones' }

const setUp = async (shop = SHOP) => {
  const desk: TicketDesk = { store: await openStore(), speech, phoneOf: () => null, shop: () => shop }
  const { id } = valueOf(
    await openTicket(desk, {
      customerName: 'Asha Rao',
      phoneNumber: '+91 98765 43210',
      said: 'cannot verify',
      symptoms: [],
      struck: [],
      consents: ['read'],
      inspectionId: null,
      intake: { ...EMPTY_INTAKE_FORM, left: ['sim'], quote: '1,499.50' },
    }),
  )
  const textOf = async (kind: WantedPaper['kind']): Promise<string> =>
    valueOf(await ticketPaper(desk, { id, kind, size: kind === 'label' ? 'label' : 'A4' }))
      .html.replace(/<style>.*<\/style>/su, '')
      .replaceAll(/<[^>]*>/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
  return { desk, id, textOf }
}

test('a ticket as it is kept gets onto paper, with the shop’s own head and who took it in', async () => {
  const { textOf } = await setUp()
  const slip = await textOf('intake')
  for (const words of ['Asha’s Phones', 'by Meera', 'Asha Rao', '+91 98765 43210', 'SIM card', '1499.50 INR'])
    expect(slip).toContain(words)
})

test('where nobody at the counter has a name, none is made up', async () => {
  const { textOf } = await setUp({ ...SHOP, who: 'counter', letterhead: '' })
  expect(await textOf('intake')).not.toMatch(/counter|undefined|null/u)
})

test('what was done since stands on the next one; notes never do', async () => {
  const { desk, id, textOf } = await setUp()
  expect(await textOf('hand-over')).toContain('not yet handed over')
  valueOf(await addNote(desk, id, 'rude on the phone'))
  valueOf(await recordAttempt(desk, { id, fix: 'set-clock', outcome: 'worked', verified: 'sign-in' }))
  valueOf(await closeTicket(desk, id, 'fixed'))
  const slip = await textOf('hand-over')
  expect(slip).toMatch(/1\. .*It worked, seen by signing in .* Meera.*It is fixed\./u)
  expect(slip).toMatch(/On what was done here until \d+ \w+ \d{4}/u)
  for (const secret of ['rude', '98765', '43210', 'null', 'undefined']) expect(slip).not.toContain(secret)
})

test('making one changes nothing', async () => {
  const { desk, id, textOf } = await setUp()
  const before = await showTicket(desk, id)
  for (const kind of ['intake', 'label', 'hand-over'] as const) await textOf(kind)
  expect(await showTicket(desk, id)).toEqual(before)
})

test('a size that does not fit and a ticket that is not there are refused', async () => {
  const { desk, id } = await setUp()
  expect(await ticketPaper(desk, { id, kind: 'hand-over', size: 'label' })).toMatchObject({
    ok: false,
    failure: { code: 'input.invalid' },
  })
  expect(await ticketPaper(desk, { id: 'T-9', kind: 'label', size: 'label' })).toMatchObject({
    ok: false,
    failure: { code: 'ticket.unknown' },
  })
})

test('a record that cannot be read says so', async () => {
  const { store } = fakeStore({ ticket: () => Promise.resolve(failed('record.damaged')) })
  const desk: TicketDesk = { store, speech, phoneOf: () => null }
  expect(await ticketPaper(desk, { id: 'x', kind: 'intake', size: 'A4' })).toEqual(failed('record.damaged'))
})
