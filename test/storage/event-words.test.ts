import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import type { Store, TicketEvent } from '../../src/storage/store.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { intake, valueOf } from './some-record.ts'

const at = '2026-11-23T10:00:00.000Z'
const note = (text: string): TicketEvent => ({ at, who: 'Meera', code: 'note', details: {}, words: { text } })
const keep = async (store: Store, id: string, event: TicketEvent) =>
  valueOf(await store.changeTicket(id, () => done({ event })))

const withNote = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { id, customer } = valueOf(await store.openTicket(intake()))
  await keep(store, id, note('the screen flickers'))
  const rows = async (table: 'events' | 'event_words') => {
    const db = await engine.bare(folder)
    const found = await sql`select * from ${sql.table(table)}`.execute(db)
    await db.destroy()
    return found.rows
  }
  return { store, rows, id, customer, byHand: async (statement: string) => engine.byHand(folder, statement) }
}

test('words stand beside the history, which holds only their fingerprint', async () => {
  const { store, rows, id } = await withNote()
  const [, kept] = valueOf(await store.ticket(id))?.events ?? []
  expect(kept).toMatchObject({ who: 'Meera', code: 'note', words: { text: 'the screen flickers' } })
  expect(JSON.stringify(await rows('events'))).not.toContain('flickers')
  expect(valueOf(await store.check())).toMatchObject({ events: 2, brokenAt: null, faults: [] })
})

test.each([
  ['edited', "update event_words set words = replace(words, 'flickers', 'is fine')"],
  ['given another salt', "update event_words set salt = 'ab'"],
  ['taken out', 'delete from event_words'],
  [
    'put beside another event',
    "update event_words set event_id = (select id from events where code = 'opened')",
  ],
])('words that were %s by hand are found', async (_, statement) => {
  const { store, byHand, id } = await withNote()
  await byHand(statement)
  expect(valueOf(await store.check()).brokenAt?.ticketId).toBe(id)
})

test('words that went with their person leave the history whole', async () => {
  const { store, rows, id, customer } = await withNote()
  valueOf(await store.eraseCustomer(customer.id, at, 'counter'))
  expect(await rows('event_words')).toEqual([])
  expect(valueOf(await store.check())).toMatchObject({ events: 3, brokenAt: null })
  expect(valueOf(await store.ticket(id))?.events[1]).not.toHaveProperty('words')
})

test('a note is found by its words, and no longer once its person is erased', async () => {
  const { store, customer } = await withNote()
  const found = async () => valueOf(await store.tickets({ search: 'flickers', state: null, limit: 9 })).total
  expect(await found()).toBe(1)
  valueOf(await store.eraseCustomer(customer.id, at, 'counter'))
  expect(await found()).toBe(0)
})

test('a name put right is so on every ticket of the customer, and each says it', async () => {
  const { store, id } = await withNote()
  const words = { nameFrom: 'Asha Rao', nameTo: 'Asha R. Rao' }
  const event: TicketEvent = { at, who: 'Meera', code: 'corrected', details: { fields: 'name' }, words }
  const customer = { name: 'Asha R. Rao', phone: '+92 300 7654321' }
  const before = valueOf(await store.ticket(id))
  const after = valueOf(await store.changeTicket(id, () => done({ customer, event })))
  expect(after).toMatchObject({ customer, revision: (before?.revision ?? 0) + 1 })
  expect(after.events.at(-1)).toMatchObject({ code: 'corrected', words })
  const found = async (search: string) =>
    valueOf(await store.tickets({ search, state: null, limit: 9 })).total
  expect([await found('R. Rao'), await found('7654321'), await found('30012345')]).toEqual([1, 1, 0])
  expect(valueOf(await store.seenBefore({ phoneNumber: '0300-7654321' }))).toHaveLength(1)
})
