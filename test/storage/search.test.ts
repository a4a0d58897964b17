import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import type { Store, TicketPageQuery } from '../../src/storage/store.ts'
import { openStore } from './open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const page = (more: Partial<TicketPageQuery> = {}): TicketPageQuery => ({
  search: '',
  state: null,
  before: null,
  skip: 0,
  limit: 100,
  ...more,
})

const found = async (store: Store, search: string): Promise<readonly string[]> =>
  valueOf(await store.ticketPage(page({ search }))).rows.map(({ number }) => number)

test('what a ticket becomes is found at once, and what it was is not any more', async () => {
  const store = await openStore()
  const { id, customer } = valueOf(await store.openTicket(intake()))
  expect(await found(store, 'asha verif')).toEqual(['T-0001'])
  valueOf(await store.changeTicket(id, () => attempted('worked')))
  const byFix = { clock: { known: ['set-clock'], worked: [] } }
  const byWorked = { clock: { known: [], worked: ['set-clock'] } }
  for (const meant of [byFix, byWorked])
    expect(valueOf(await store.ticketPage(page({ search: 'clock', meant }))).total).toBe(1)
  const event = { at: '', who: 'counter', code: 'reopened', details: {} } as const
  valueOf(await store.changeTicket(id, () => done({ state: 'diagnosing', workedFix: null, event })))
  expect(valueOf(await store.ticketPage(page({ search: 'clock', meant: byWorked }))).total).toBe(0)
  expect(valueOf(await store.ticketPage(page({ search: 'clock', meant: byFix }))).total).toBe(1)
  valueOf(await store.eraseCustomer(customer.id, 'now', 'counter'))
  for (const search of ['asha', 'rao', '12345', 'verify']) expect(await found(store, search)).toEqual([])
  expect(await found(store, 't-1')).toEqual(['T-0001'])
})

test('a phone that says later what it is called is found by it on every ticket of it', async () => {
  const store = await openStore()
  valueOf(await store.beginInspection(inspectionNamed('one')))
  const device = { serial: '71d23d60', model: null, marketName: null, training: false }
  valueOf(await store.nameDevice('one', device))
  valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
  expect(await found(store, '3d60')).toEqual(['T-0001'])
  expect(await found(store, 'redmi')).toEqual([])
  valueOf(await store.beginInspection(inspectionNamed('two')))
  valueOf(await store.nameDevice('two', { ...device, model: '23053RN02I', marketName: 'Redmi 12' }))
  expect(await found(store, 'redmi')).toEqual(['T-0001'])
  expect(await found(store, '23053rn')).toEqual(['T-0001'])
})

test('pages follow each other, also from where somebody has scrolled, and new tickets move nothing', async () => {
  const store = await openStore()
  for (let each = 0; each < 7; each += 1) valueOf(await store.openTicket(intake()))
  const first = valueOf(await store.ticketPage(page({ limit: 3 })))
  expect(first).toMatchObject({ total: 7, isWhole: true, next: 5 })
  valueOf(await store.openTicket(intake()))
  const numbers = async (more: Partial<TicketPageQuery>) => {
    const { rows, next } = valueOf(await store.ticketPage(page({ limit: 3, ...more })))
    return { sequences: rows.map(({ sequence }) => sequence), next }
  }
  expect(await numbers({ before: first.next })).toEqual({ sequences: [4, 3, 2], next: 2 })
  expect(await numbers({ before: 2 })).toEqual({ sequences: [1], next: null })
  expect(await numbers({ before: 8, skip: 3 })).toEqual({ sequences: [4, 3, 2], next: 2 })
  expect(await numbers({ before: 8, skip: 6 })).toEqual({ sequences: [1], next: null })
})

test('the list is narrowed by state, result and whose phone it is', async () => {
  const store = await openStore()
  valueOf(await store.beginInspection({ ...inspectionNamed('one'), training: true }))
  const device = { serial: 's', model: null, marketName: null, training: true }
  valueOf(await store.nameDevice('one', device))
  valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
  const { id } = valueOf(await store.openTicket(intake()))
  const event = { at: '', who: 'counter', code: 'closed', details: {} } as const
  valueOf(await store.changeTicket(id, () => done({ state: 'closed', result: 'declined', event })))
  const total = async (more: Partial<TicketPageQuery>): Promise<number> =>
    valueOf(await store.ticketPage(page(more))).total
  expect(await total({ state: 'closed' })).toBe(1)
  expect(await total({ state: 'diagnosing' })).toBe(1)
  expect(await total({ result: 'declined' })).toBe(1)
  expect(await total({ result: 'fixed' })).toBe(0)
  expect(await total({ training: true })).toBe(1)
  expect(await total({ training: false, search: 'asha' })).toBe(1)
  expect(await total({ training: true, state: 'closed' })).toBe(0)
})

test('of any words, those tickets are found that have them all', async () => {
  const store = await openStore()
  const kept: { number: string; words: readonly string[] }[] = []
  const word = fc.constantFrom('mi', 'clock', 'clocks', 'account', 'пароль', '验证', 'कोड', 'note')
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      async (said, asked) => {
        const { number } = valueOf(
          await store.openTicket(intake({ customerName: 'X', said: said.join(' ') })),
        )
        kept.unshift({ number, words: said })
        const expected = kept.filter(({ words }) =>
          asked.every((each) => words.some((one) => one.startsWith(each))),
        )
        const answer = valueOf(await store.tickets({ search: asked.join(' '), state: null, limit: 100 }))
        expect(answer.tickets.map((ticket) => ticket.number)).toEqual(expected.map((one) => one.number))
        expect(answer.total).toBe(expected.length)
      },
    ),
    { numRuns: 40 },
  )
})
