import { expect, test } from 'vitest'
import { intakeSlip } from '../../../src/core/paper/intake-slip.ts'
import type { PaperTicket } from '../../../src/core/paper/paper-ticket.ts'
import { BARE, FULL, linesOf, NO_SHOP, partOf, speech } from './some-ticket.ts'

const slip = (ticket: PaperTicket, letterhead = '') => intakeSlip(ticket, { ...NO_SHOP, letterhead }, speech)

test('what was noted at the counter stands on it, each under its own heading', () => {
  const full = slip(FULL, 'Asha’s Phones\n\n 12 Market Road \n+91 22 5550 1234')
  expect(full.letterhead).toEqual(['Asha’s Phones', '12 Market Road', '+91 22 5550 1234'])
  expect(full.under).toEqual(['Taken in on 20 November 2026 at 15:30 by Tom', 'Came back: rework of T-0007'])
  expect(partOf(full, 'Customer')).toEqual(['Name: Asha Rao', 'Phone number: +91 98765 43210'])
  expect(partOf(full, 'The phone')).toEqual([
    'Model: Redmi Note 12',
    'IMEI: 490154203237518',
    'Serial number: 71d23d60',
    'As the phone itself says.',
  ])
  expect(partOf(full, 'What the customer says')).toEqual([
    'It says could not verify\nMi Account ID',
    expect.stringMatching(/verify/iu),
  ])
  expect(partOf(full, 'As it was taken in')).toEqual([
    'Condition: scratches, cracked glass, dent at the corner',
    'Left with it: SIM card, case, blue pouch',
    'Proof of purchase: seen',
    'Promised for: 25 November 2026 at 16:30',
    'Quote: 1499.50 INR',
    'Paid: 500.00 INR',
  ])
  expect(partOf(full, 'What you allow')).toEqual([
    'The phone may be read: yes',
    'Its settings may be changed: yes',
    'Its apps may be restored: no',
    'Its data may be lost: no',
  ])
})

test('what nobody looked at or asked for is said, not left to be taken for nothing', () => {
  const bare = slip(BARE)
  expect(bare.letterhead).toEqual([])
  expect(bare.under).toEqual(['Taken in on 20 November 2026 at 15:30'])
  expect(partOf(bare, 'Customer')).toBeNull()
  expect(partOf(bare, 'What the customer says')).toBeNull()
  expect(partOf(bare, 'The phone')).toEqual(['Which phone it is was not written down.'])
  expect(partOf(bare, 'As it was taken in')).toEqual([
    'Condition: not looked at',
    'Left with it: not asked',
    'Proof of purchase: not asked',
    'Promised for: no day was promised',
    'Quote: no price was named',
  ])
  expect(partOf(bare, 'What you allow')).toEqual(expect.arrayContaining(['The phone may be read: no']))
})

test('nothing to see and nothing left are answers of their own', () => {
  const looked = slip({ ...BARE, intake: { ...BARE.intake, condition: ['nothing'], left: ['nothing'] } })
  expect(partOf(looked, 'As it was taken in')).toEqual(
    expect.arrayContaining(['Condition: nothing to see', 'Left with it: nothing']),
  )
})

test('what is noted about a phone that was never read is told apart from what one says', () => {
  const device = { id: 'd', serial: '', model: 'Redmi 9', imeis: ['490154203237518'], isTyped: true }
  expect(partOf(slip({ ...BARE, device }), 'The phone')).toEqual([
    'Model: Redmi 9',
    'IMEI: 490154203237518',
    'Written down by hand, not read from the phone.',
  ])
})

test('privacy, the own secret and a place for both signatures are on every one', () => {
  for (const ticket of [BARE, FULL]) {
    const lines = partOf(slip(ticket), 'What stays yours') ?? []
    expect(lines.slice(-2)).toEqual(['Customer’s signature', 'For the shop'])
    expect(lines.join(' ')).toContain('nobody here needs to be told')
    expect(lines.join(' ')).toContain('erased')
  }
})

test('a training ticket says that it is one', () => {
  expect(slip({ ...BARE, training: true }).under).toContain('Training: no customer’s phone.')
  expect(linesOf(slip(BARE)).join(' ')).not.toContain('Training')
})

test('a whole chat is cut where it begins to cost paper, and says so', () => {
  const long = partOf(slip({ ...BARE, said: 'नमस्ते 😀 '.repeat(200) }), 'What the customer says')?.[0] ?? ''
  expect(long.length).toBeLessThan(700)
  expect(long).toMatch(/… \(the rest is kept on the ticket\)$/u)
  expect(long).not.toMatch(/\p{Cs}/u)
  const lines = partOf(slip({ ...BARE, said: `one${'\n'.repeat(900)}two` }), 'What the customer says')
  expect(lines).toEqual(['one\ntwo'])
})
