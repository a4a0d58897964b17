import { expect, test } from 'vitest'
import { handOverSlip } from '../../../src/core/paper/hand-over-slip.ts'
import type { PaperTicket } from '../../../src/core/paper/paper-ticket.ts'
import { PROBES } from '../../../src/core/probes/index.ts'
import { BARE, FULL, linesOf, NO_SHOP, partOf, READINGS, speech } from './some-ticket.ts'

const NOW = '2026-11-22T08:00:00.000Z'
const slip = (ticket: PaperTicket, shop = NO_SHOP) => handOverSlip(ticket, NOW, shop, speech)

const cause = (id: string, probability: number) => ({
  id,
  title: `Cause ${id}`,
  covers: [],
  prior: 0.1,
  probability,
  because: [
    { evidence: 'reading:network.vpn', effect: 'for', factor: 3, direct: true, text: 'the VPN is on' },
    { evidence: 'prior', effect: 'for', factor: 1, direct: true, text: 'it is common' },
    { evidence: 'symptom:x', effect: 'against', factor: 2, direct: true, text: 'the words say otherwise' },
  ] as const,
})

test('when it came, when it left, and under which first ticket', () => {
  expect(slip(FULL).under).toEqual([
    'Taken in on 20 November 2026 at 15:30',
    'Handed over on 22 November 2026 at 18:00',
    'Came back: rework of T-0007',
  ])
  expect(slip(BARE).under).toContain('Printed on 22 November 2026 at 13:30, not yet handed over')
})

test('it names the customer and the phone’s ends, and no number that reaches or identifies anybody', () => {
  const all = linesOf(slip(FULL)).join('\n')
  expect(partOf(slip(FULL), 'The phone')).toEqual([
    'For: Asha Rao',
    'Model: Redmi Note 12',
    'IMEI, its end: …7518',
    'Serial number, its end: …3d60',
    'As the phone itself says.',
  ])
  for (const secret of ['98765', '490154203237518', '71d23d60']) expect(all).not.toContain(secret)
})

test('every step in its order with what came of it, then what fixed it and what reads otherwise', () => {
  expect(partOf(slip(FULL), 'What was done')).toEqual([
    expect.stringMatching(/ \| It did not work, seen by signing in · 21 November 2026 at 10:30$/u),
    expect.stringMatching(/ \| It worked, seen in the readings · 21 November 2026 at 11:00 · Meera$/u),
    expect.stringMatching(/^What fixed it: /u),
    'Mi Account: was disabled, is on',
    'It is fixed.',
  ])
  const done = slip(FULL).parts.find(({ title }) => title === 'What was done')
  expect(done?.lines.flatMap((line) => (line.kind === 'item' ? [line.at] : []))).toEqual([1, 2])
})

test('of several before the sign-in that worked, none is called the one', () => {
  const attempts = FULL.attempts.map((each) => ({ ...each, outcome: 'worked' as const, bundle: 'x' }))
  const workedTogether = ['restore-package', 'set-clock']
  const lines = partOf(slip({ ...FULL, attempts, workedFix: null, workedTogether }), 'What was done') ?? []
  expect(lines.filter((line) => line.includes('with others before one sign-in · It worked'))).toHaveLength(2)
  expect(lines.join('\n')).toContain('It worked after (which of them it was is not known)')
  expect(lines.join('\n')).not.toContain('What fixed it')
})

test('a fix that worked once and did not last has not worked', () => {
  const [first] = FULL.attempts
  const relapsed = first && { ...FULL, attempts: [{ ...first, outcome: 'worked' as const }], workedFix: null }
  expect(partOf(slip(relapsed ?? BARE), 'What was done')?.[0]).toContain('It did not work')
})

test('a case that is still open says so, and one that was given up does not call itself fixed', () => {
  expect(partOf(slip(BARE), 'What was done')).toEqual([
    'No step was tried here.',
    'The work is not finished.',
  ])
  for (const [result, words] of [
    ['not-fixed', 'It is not fixed.'],
    ['referred', 'It goes on to somebody who can do more.'],
    ['declined', 'The customer wanted no more done.'],
  ] as const)
    expect(partOf(slip({ ...BARE, state: 'closed', result }), 'What was done')).toContain(words)
})

test('for each step how it is undone; what nobody wrote down is said, and what changed nothing stands together', () => {
  const [first] = FULL.attempts
  const tried = (fix: string) => ({ ...(first ?? BARE.attempts[0]), fix }) as (typeof FULL.attempts)[number]
  const attempts = ['set-clock', 'type-again', 'clear-cache', 'own-fix-of-a-shop', 'set-clock'].map(tried)
  const former = [{ id: 'own-fix-of-a-shop', kind: 'fix', title: 'Our own way' }] as never
  const document = handOverSlip({ ...BARE, attempts }, NOW, NO_SHOP, { ...speech, former })
  expect(partOf(document, 'How to undo it')).toEqual([
    expect.stringMatching(/ \| .*switch automatic time.*off/u),
    'Our own way | How to undo it is not written down; ask us.',
    expect.stringMatching(/ · .* \| It changed nothing that could be undone\.$/u),
  ])
  expect(partOf(slip(BARE), 'How to undo it')).toBeNull()
})

test('of the causes only those that were likely and that the fix removes, each with what speaks for it', () => {
  const causes = [cause('account-app', 0.9), cause('unlikely', 0.2)]
  const open = { ...BARE, diagnosis: { causes } }
  expect(partOf(slip(open), 'What was found')).toEqual(['Cause account-app (about 90 %) | the VPN is on'])
  expect(partOf(slip({ ...open, workedFix: 'set-clock' }), 'What was found')).toEqual([
    'No likely cause was found.',
  ])
  expect(partOf(slip(BARE), 'What was found')).toEqual(['No likely cause was found.'])
})

test('how the phone read: what stands out in words, the rest as a number, nothing that could not be read among it', () => {
  const read = partOf(slip(FULL), 'How the phone read last') ?? []
  expect(read).toEqual([
    'Read on 21 November 2026 at 11:01',
    expect.stringMatching(/^VPN: /u),
    '2 more readings are as they should be',
  ])
  expect(partOf(slip(BARE), 'How the phone read last')).toBeNull()
})

test('a phone that was not read again after the last step is not said to be as it was', () => {
  const before = { ...FULL, inspection: { startedAt: '2026-11-20T11:00:00.000Z', readings: READINGS } }
  expect(partOf(slip(before), 'How the phone read last')).toContain(
    'It was not read again after the last step.',
  )
})

test('unknown is never healthy: refused, never read, left open and unseen all stand under "not looked at"', () => {
  const lines = partOf(slip({ ...FULL, intake: BARE.intake }), 'What was not looked at') ?? []
  expect(lines[0]).toBe('Nobody wrote down how the phone looked when it was taken in.')
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Mi Account.*, .* \| Could not be read/u),
      expect.stringMatching(/ \| Never read$/u),
      expect.stringMatching(/ \| Nobody could tell$/u),
    ]),
  )
  expect(lines.at(-1)).toMatch(/^None of this counts as healthy\./u)
})

test('when nothing at all could be read there is no line that sounds well', () => {
  const readings = Object.fromEntries(
    PROBES.flatMap(({ gives }) => gives).map((id) => [id, { status: 'unreadable', reason: 'timeout' }]),
  ) as typeof READINGS
  const blind = slip({ ...BARE, inspection: { startedAt: NOW, readings } })
  expect(partOf(blind, 'How the phone read last')).toEqual([
    'Read on 22 November 2026 at 13:30',
    'Nothing could be read.',
  ])
  expect(linesOf(blind).join('\n')).not.toMatch(/as it should be|as they should be|All that was asked/u)
  expect(partOf(slip(BARE), 'What was not looked at')).toEqual(
    expect.arrayContaining(['The phone’s settings were not read.']),
  )
})

test('payment as noted, and the day to which the work is answered for', () => {
  expect(partOf(slip(FULL), 'Payment')).toEqual(['Quote: 1499.50 INR', 'Paid: 500.00 INR'])
  expect(partOf(slip(BARE), 'Payment')).toBeNull()
  expect(partOf(slip(FULL), 'Warranty')).toEqual(['On what was done here until 22 December 2026.'])
  const fixed = { ...FULL, state: 'fixed' as const, result: null, closedAt: null, warranty: null }
  expect(partOf(slip(fixed), 'Warranty')).toEqual([
    '30 days on what was done here, from the day on which the phone is handed over.',
  ])
  expect(partOf(slip(fixed, { ...NO_SHOP, warrantyDays: 0 }), 'Warranty')).toBeNull()
  expect(partOf(slip({ ...FULL, result: 'declined', warranty: null }), 'Warranty')).toBeNull()
})

test('what was left goes home too, and is signed for', () => {
  expect(partOf(slip(FULL), 'Given back with it')).toEqual([
    'SIM card',
    'case',
    'blue pouch',
    'Received: customer’s signature',
  ])
  const nothing = { ...BARE, intake: { ...BARE.intake, left: ['nothing' as const] } }
  expect(partOf(slip(nothing), 'Given back with it')?.[0]).toBe('Nothing was left with the phone.')
  expect(partOf(slip(BARE), 'Given back with it')?.[0]).toMatch(/^Nobody has written down/u)
})

test('the advice for home', () => {
  expect(partOf(slip(FULL), 'Our advice')).toEqual(['Keep the number up to date | Codes go to it.'])
  expect(partOf(slip(BARE), 'Our advice')).toBeNull()
})
