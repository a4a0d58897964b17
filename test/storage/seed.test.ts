import { expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import type { Store } from '../../src/storage/store.ts'
import { openStore } from './open-for-test.ts'
import { intake, valueOf } from './some-record.ts'

const all = async (store: Store) =>
  valueOf(await store.tickets({ search: '', state: null, limit: 10_000 })).tickets

test('the same tickets for the same seed, with a history that holds, each found by its own words', async () => {
  const [one, other] = [await openStore(), await openStore()]
  const seeding = { tickets: 80, seed: 7 }
  expect(valueOf(await one.seed(seeding, SHIPPED))).toEqual({ tickets: 80, total: 80 })
  valueOf(await other.seed(seeding, SHIPPED))
  const tickets = await all(one)
  expect(tickets).toHaveLength(80)
  expect(await all(other)).toEqual(tickets)
  expect(valueOf(await one.check())).toMatchObject({ tickets: 80, brokenAt: null, faults: [] })
  const fixes = new Set(tickets.flatMap(({ attempts }) => attempts.map(({ fix }) => fix)))
  expect(fixes.size).toBeGreaterThan(10)
  for (const ticket of tickets.slice(0, 12)) {
    const search = `${ticket.number} `
    const found = valueOf(await one.tickets({ search, state: null, limit: 2 }))
    expect(found.tickets.map(({ id }) => id)).toEqual([ticket.id])
    if (ticket.customer.phone === '') continue
    const byPhone = valueOf(await one.tickets({ search: ticket.customer.phone, state: null, limit: 99 }))
    expect(byPhone.tickets.map(({ id }) => id)).toContain(ticket.id)
  }
  const third = await openStore()
  valueOf(await third.seed({ ...seeding, seed: 8 }, SHIPPED))
  expect(await all(third)).not.toEqual(tickets)
})

test('an invented record takes more of them, and real work goes on in it', async () => {
  const store = await openStore()
  valueOf(await store.seed({ tickets: 5, seed: 1 }, SHIPPED))
  expect(valueOf(await store.openTicket(intake())).number).toBe('T-0006')
  expect(valueOf(await store.seed({ tickets: 5, seed: 2 }, SHIPPED)).total).toBe(11)
  expect(valueOf(await store.tickets({ search: '', state: null, limit: 1 })).total).toBe(11)
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})

test('nothing invented is put beside what is real', async () => {
  const store = await openStore()
  valueOf(await store.saveDraft('new-ticket', '{}'))
  const refused = await store.seed({ tickets: 5, seed: 1 }, SHIPPED)
  expect(refused.ok ? null : refused.failure.code).toBe('record.not-empty')
  valueOf(await store.saveDraft('new-ticket', null))
  valueOf(await store.openTicket(intake()))
  const again = await store.seed({ tickets: 5, seed: 1 }, SHIPPED)
  expect(again.ok ? null : again.failure.code).toBe(failed('record.not-empty').failure.code)
  expect(await all(store)).toHaveLength(1)
})

test('now and then several steps before one sign-in worked: one try, one outcome, found by each of them', async () => {
  const store = await openStore()
  valueOf(await store.seed({ tickets: 200, seed: 3 }, SHIPPED))
  const tickets = (await all(store)).filter(({ workedTogether }) => workedTogether.length > 0)
  expect(tickets.length).toBeGreaterThan(1)
  for (const { id, workedFix, workedTogether, result } of tickets) {
    expect({ workedFix, result }).toEqual({ workedFix: null, result: 'fixed' })
    const ticket = valueOf(await store.ticket(id))
    const [first, second] = ticket?.attempts.slice(-2) ?? []
    expect([first, second].map((each) => [each?.outcome, each?.bundle, each?.at])).toEqual(
      [first, second].map(() => ['worked', first?.bundle, second?.at]),
    )
    expect(first?.bundle).toEqual(expect.any(String))
    expect([second?.fix, first?.fix]).toEqual(workedTogether)
    const told = ticket?.events.filter(({ code }) => code === 'attempt') ?? []
    expect(told).toHaveLength((ticket?.attempts.length ?? 0) - 1)
    expect(told.at(-1)?.details).toMatchObject({ fix: first?.fix, with: second?.fix, outcome: 'worked' })
    expect(ticket?.revision).toBe(ticket?.events.length)
  }
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})
