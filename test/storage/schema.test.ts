import { sql, type Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { EMPTY_INTAKE } from '../../src/core/intake.ts'
import { addEvent } from '../../src/storage/events.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { MIGRATIONS } from '../../src/storage/migrations/index.ts'
import type { Tables } from '../../src/storage/tables.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { valueOf } from './some-record.ts'

const NOTED = '2026-11-20T10:05:00.000Z'

/** A record as the version made it whose last migration this was, with what was written into it then. */
const olderRecord = async (folder: string, last: string, written: string): Promise<void> => {
  const db = await engine.bare(folder)
  const until = MIGRATIONS.findIndex(({ name }) => name === last)
  valueOf(await migrate(db, folder, MIGRATIONS.slice(0, until + 1)))
  await db.destroy()
  await engine.byHand(folder, written)
}

/** Looks into the record beside the store. */
const rowsIn = async (
  folder: string,
  query: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const db: Kysely<Tables> = await engine.bare(folder)
  const { rows } = await sql.raw<Record<string, unknown>>(query).execute(db)
  await db.destroy()
  return rows
}

test('customers of an older record are known by their number', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0020-event-chain',
    `insert into customers values ('c', 'Asha Rao', '+91 98765 43210', '2026-11-20T10:00:00.000Z', 1);
    insert into customers values ('d', 'Bela', 'none', '2026-11-20T10:00:00.000Z', 1);`,
  )
  await openStore(folder)
  expect(await rowsIn(folder, 'select name, phone, phone_key from customers order by id')).toEqual([
    { name: 'Asha Rao', phone: '+91 98765 43210', phone_key: '876543210' },
    { name: 'Bela', phone: 'none', phone_key: '' },
  ])
})

test('a record of the first version gets its history chained, and nothing else changes', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0010-record',
    `insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1);
    insert into tickets values ('t', 1, 'fixed', null, 'c', null, 'said', '[]', '{}', '[]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', null, 't-0001', 3);
    insert into events values ('e3', 't', 3, '2026-11-20T10:02:00.000Z', 'counter', 'reopened', '{}');
    insert into events values ('e1', 't', 1, '2026-11-20T10:00:00.000Z', 'counter', 'opened', '{}');
    insert into events values ('e2', 't', 2, '2026-11-20T10:01:00.000Z', 'counter', 'attempt', '{"fix":"set-clock"}');`,
  )
  const before = await rowsIn(folder, 'select * from events order by id')

  const store = await openStore(folder)
  expect(valueOf(await store.check())).toEqual({ tickets: 1, events: 3, brokenAt: null, faults: [] })
  const columns = 'id, ticket_id, position, at, who, code, details'
  expect(await rowsIn(folder, `select ${columns} from events order by id`)).toEqual(before)
  const links = [1, 2, 3].map((link) => ({ link }))
  expect(await rowsIn(folder, 'select link from events order by id')).toEqual(links)
  expect(valueOf(await store.ticket('t'))).toMatchObject({
    customer: { name: 'Asha Rao' },
    workedFix: 'set-clock',
  })
})

test('the tickets of an older record are found as those of a new one are', async () => {
  const folder = newFolder()
  const insert = (id: string, sequence: number, said: string): string =>
    `insert into tickets values ('${id}', ${String(sequence)}, 'closed', 'fixed', 'c', 'd', '${said}', '["SY01"]', '{}',
      '[]', 'set-clock', 0, 'x', 'y', 'secret-text', 1);`
  // More than one block, with a gap that no ticket is in.
  const many = Array.from({ length: 5000 }, (_, index) => insert(`t${String(index + 1)}`, index + 1, 'said'))
  await olderRecord(
    folder,
    '0040-own-knowledge',
    `begin;
    insert into customers values ('c', 'Łukasz Źdźbło', '+48 512 345 678', 'x', 1, '512345678');
    insert into devices values ('d', 'b1ac4f2a', '23043RP34G', 'Redmi Note 12', 0, 'x');
    ${many.join('\n')}
    ${insert('last', 20_000, '手机无法验证小米账号')}
    insert into attempts values ('a', 'last', 1, 'set-clock', '[]', 'worked', 'word', 'x');
    commit`,
  )
  const store = await openStore(folder)
  const totals = async (search: string): Promise<number> =>
    valueOf(await store.tickets({ search, state: null, limit: 1 })).total
  for (const search of ['', 'lukasz', '512 345', '4f2a', 'note 12', '0048512345678'])
    expect([search, await totals(search)]).toEqual([search, 5001])
  for (const search of ['无法验证', 't-20000', '20000'])
    expect([search, await totals(search)]).toEqual([search, 1])
  expect(await totals('secret')).toBe(0)
  expect(valueOf(await store.check())).toMatchObject({ tickets: 5001, faults: [] })
  await store.close()
  const left = (await engine.contents(folder)).filter(
    // A file's copy from before is the older record.
    ([place, content]) => !place.includes('-before-version-') && content.includes('secret-text'),
  )
  expect(left.map(([place]) => place)).toEqual([])
})

test('a record of before own knowledge can hold some, and nothing else changes', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0030-phone-key',
    `insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1, '98765');
    insert into tickets values ('t', 1, 'diagnosing', null, 'c', null, 'said', '[]', '{}', '[]', null, 0,
      '2026-11-20T10:00:00.000Z', null, 't-0001', 3);
    insert into settings values ('theme', 'dark');
    insert into drafts values ('new-ticket', '{}', '2026-11-20T10:00:00.000Z');`,
  )
  const tables = ['customers', 'tickets', 'events', 'chains', 'settings', 'drafts']
  const rowsOf = async (name: string) =>
    (await rowsIn(folder, `select * from ${name}`))
      // Taken out since; what it held is looked for by the index.
      .map(({ search_text: _, ...row }) => row)
  const all = async () => Promise.all(tables.map(rowsOf))
  const before = await all()

  const store = await openStore(folder)
  // What later versions add to a row is theirs.
  expect(await all()).toMatchObject(before)
  expect(valueOf(await store.ownKnowledge())).toEqual([])
  const record = { id: 'own-a', body: { title: 'a' } }
  const at = '2026-11-23T10:00:00.000Z'
  valueOf(await store.changeOwnKnowledge(at, () => done({ save: [record], remove: [] })))
  expect(valueOf(await store.ownKnowledge())).toEqual([{ ...record, savedAt: at }])
  expect(valueOf(await store.check())).toMatchObject({ faults: [], brokenAt: null })
})

test('tickets of before waiting are as they were, and can wait', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0040-own-knowledge',
    `insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1, '98765');
    insert into tickets values ('t', 1, 'closed', 'fixed', 'c', null, 'said', '[]', '{}', '["read"]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z', 't-0001', 3);`,
  )
  const store = await openStore(folder)
  const ticket = valueOf(await store.ticket('t'))
  expect(ticket).toMatchObject({ state: 'closed', result: 'fixed', waiting: null, consents: ['read'] })
  const waiting = { for: 'parts', since: '2026-11-23T10:00:00.000Z', until: null } as const
  const event = { at: waiting.since, who: 'counter', code: 'waiting', details: { for: 'parts' } } as const
  valueOf(await store.changeTicket('t', () => done({ state: 'waiting', waiting, event })))
  expect(valueOf(await store.ticket('t'))).toMatchObject({ state: 'waiting', waiting })
  const waits = valueOf(await store.tickets({ search: '', state: 'waiting', limit: 9 }))
  expect(waits.tickets.map(({ id }) => id)).toEqual(['t'])
})

test('closed tickets of an older record are found by when they were closed, and nothing else changes', async () => {
  const folder = newFolder()
  const query = 'select id, sequence, state, result, worked_fix, closed_at, revision from tickets order by id'
  await olderRecord(
    folder,
    '0040-own-knowledge',
    `insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1, '98765');
    insert into tickets values ('a', 1, 'closed', 'fixed', 'c', null, 'said', '[]', '{}', '[]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', '2026-11-22T10:00:00.000Z', 't-0001', 3);
    insert into tickets values ('b', 2, 'closed', 'fixed', 'c', null, 'said', '[]', '{}', '[]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z', 't-0002', 3);`,
  )
  const before = await rowsIn(folder, query)
  const store = await openStore(folder)
  const closed = valueOf(await store.closedTickets({ since: null, limit: 10 }))
  expect(closed.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await rowsIn(folder, query)).toEqual(before)
})

test('a record of before intake notes keeps all that it had, with nothing noted', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0050-ticket-waits',
    `insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1, '98765');
    insert into devices values ('d', 'S1', 'M2101', 'Redmi', 0, '2026-11-20T10:00:00.000Z');
    insert into tickets values ('t', 1, 'closed', 'fixed', 'c', 'd', 'said', '[]', '{}', '["read"]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z', 't-0001', 3, null, null, null);
    insert into attempts values ('a', 't', 1, 'set-clock', '["FX24"]', 'worked', 'sign-in', '2026-11-20T10:30:00.000Z');`,
  )
  const store = await openStore(folder)
  expect(valueOf(await store.ticket('t'))).toMatchObject({
    customer: { id: 'c', name: 'Asha Rao', phone: '98765' },
    device: { id: 'd', serial: 'S1', model: 'Redmi', imeis: [], isTyped: false },
    state: 'closed',
    result: 'fixed',
    said: 'said',
    consents: ['read'],
    workedFix: 'set-clock',
    revision: 3,
    intake: EMPTY_INTAKE,
    warranty: null,
    reworkOf: null,
    attempts: [{ fix: 'set-clock', minutes: null, technician: '' }],
  })
  expect(valueOf(await store.customer('c'))).toMatchObject({ before: [], tickets: [{ id: 't' }] })
  expect(await rowsIn(folder, 'select * from event_words')).toEqual([])
  expect(valueOf(await store.check())).toMatchObject({ faults: [], brokenAt: null })
})

test('attempts of before bundles stand each by itself, and what worked is known to have', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0080-closed-tickets',
    `insert into customers (id, name, phone, created_at) values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z');
    insert into tickets (id, sequence, state, result, customer_id, said, symptoms, checks, consents, worked_fix, training,
      opened_at, closed_at) values ('t', 1, 'closed', 'fixed', 'c', 'said', '[]', '{}', '[]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z');
    insert into attempts (id, ticket_id, position, fix, covers, outcome, verified, at) values
      ('a', 't', 1, 'restore-package', '["FX25"]', 'failed', 'sign-in', '2026-11-20T10:30:00.000Z'),
      ('b', 't', 2, 'set-clock', '["FX24"]', 'worked', 'sign-in', '2026-11-20T10:40:00.000Z');`,
  )
  const query = 'select id, position, fix, outcome, at from attempts order by id'
  const before = await rowsIn(folder, query)
  const store = await openStore(folder)
  expect(await rowsIn(folder, query)).toEqual(before)
  expect(valueOf(await store.ticket('t'))).toMatchObject({
    workedFix: 'set-clock',
    workedTogether: [],
    attempts: [{ bundle: null }, { bundle: null }],
  })
})

test('a record of before notes could be erased keeps what they say', async () => {
  const folder = newFolder()
  await olderRecord(
    folder,
    '0110-bundled-attempts',
    `insert into customers (id, name, phone, created_at) values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z');
    insert into tickets (id, sequence, state, customer_id, said, symptoms, checks, consents, training, opened_at)
      values ('t', 1, 'diagnosing', 'c', 'said', '[]', '{}', '[]', 0, '2026-11-20T10:00:00.000Z');`,
  )
  const older = await engine.bare(folder)
  await addEvent(older, 't', {
    at: NOTED,
    who: 'Meera',
    code: 'note',
    details: {},
    words: { text: 'Cracked.' },
  })
  await older.destroy()
  const store = await openStore(folder)
  const before = valueOf(await store.ticket('t'))
  expect(before?.events).toMatchObject([{ code: 'note', words: { text: 'Cracked.' } }])
  expect(valueOf(await store.check())).toMatchObject({ faults: [], brokenAt: null })
})
