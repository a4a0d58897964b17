import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { MIGRATIONS } from '../../src/storage/migrations/index.ts'
import { RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import type { Tables } from '../../src/storage/tables.ts'
import { newFolder, openStore } from './open-for-test.ts'
import { valueOf } from './some-record.ts'

/** A record as the version made it whose last migration this was. */
const recordOf = async (folder: string, last: string): Promise<Database.Database> => {
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  // As every opening of a record does.
  raw.pragma('secure_delete = ON')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  const until = MIGRATIONS.findIndex(({ name }) => name === last)
  valueOf(await migrate(db, RECORD_FILE, MIGRATIONS.slice(0, until + 1)))
  return raw
}

test.each(MIGRATIONS.map(({ name }) => name))('%s makes what it always made', async (name) => {
  const raw = await recordOf(newFolder(), name)
  const made = raw
    .prepare('select sql from sqlite_master where sql is not null order by type desc, name')
    .pluck()
    .all()
  // Never update one that was shipped: shops have records that were made so. What has to change is a new migration.
  await expect(`${made.join(';\n')};\n`).toMatchFileSnapshot(`schema-${name.slice(0, 4)}.sql`)
})

test('customers of an older record are known by their number', async () => {
  const folder = newFolder()
  const old = await recordOf(folder, '0020-event-chain')
  old.exec(`
    insert into customers values ('c', 'Asha Rao', '+91 98765 43210', '2026-11-20T10:00:00.000Z', 1);
    insert into customers values ('d', 'Bela', 'none', '2026-11-20T10:00:00.000Z', 1);
  `)
  old.close()
  await openStore(folder)
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  expect(raw.prepare('select name, phone, phone_key from customers order by id').all()).toEqual([
    { name: 'Asha Rao', phone: '+91 98765 43210', phone_key: '876543210' },
    { name: 'Bela', phone: 'none', phone_key: '' },
  ])
})

test('a record of the first version gets its history chained, and nothing else changes', async () => {
  const folder = newFolder()
  const old = await recordOf(folder, '0010-record')
  old.exec(`
    insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1);
    insert into tickets values ('t', 1, 'fixed', null, 'c', null, 'said', '[]', '{}', '[]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', null, 't-0001', 3);
    insert into events values ('e3', 't', 3, '2026-11-20T10:02:00.000Z', 'counter', 'reopened', '{}');
    insert into events values ('e1', 't', 1, '2026-11-20T10:00:00.000Z', 'counter', 'opened', '{}');
    insert into events values ('e2', 't', 2, '2026-11-20T10:01:00.000Z', 'counter', 'attempt', '{"fix":"set-clock"}');
  `)
  const before = old.prepare('select * from events order by id').all()
  old.close()

  const store = await openStore(folder)
  expect(valueOf(await store.check())).toEqual({ tickets: 1, events: 3, brokenAt: null, faults: [] })
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  const columns = 'id, ticket_id, position, at, who, code, details'
  expect(raw.prepare(`select ${columns} from events order by id`).all()).toEqual(before)
  expect(raw.prepare('select link from events order by id').pluck().all()).toEqual([1, 2, 3])
  expect(valueOf(await store.ticket('t'))).toMatchObject({
    customer: { name: 'Asha Rao' },
    workedFix: 'set-clock',
  })
})

test('the tickets of an older record are found as those of a new one are', async () => {
  const folder = newFolder()
  const old = await recordOf(folder, '0040-own-knowledge')
  const insert = old.prepare(
    "insert into tickets values (?, ?, 'closed', 'fixed', 'c', 'd', ?, '[\"SY01\"]', '{}', '[]', 'set-clock', 0, 'x', 'y', ?, 1)",
  )
  old.exec(`
    insert into customers values ('c', 'Łukasz Źdźbło', '+48 512 345 678', 'x', 1, '512345678');
    insert into devices values ('d', 'b1ac4f2a', '23043RP34G', 'Redmi Note 12', 0, 'x');
  `)
  // More than one block, with a gap that no ticket is in.
  old.transaction(() => {
    for (let each = 1; each <= 5000; each += 1) insert.run(`t${String(each)}`, each, 'said', 'secret-text')
    insert.run('last', 20_000, '手机无法验证小米账号', 'secret-text')
    old.exec("insert into attempts values ('a', 'last', 1, 'set-clock', '[]', 'worked', 'word', 'x')")
  })()
  old.close()
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
  expect(readFileSync(join(folder, RECORD_FILE)).includes('secret-text')).toBe(false)
})

test('a record of before own knowledge can hold some, and nothing else changes', async () => {
  const folder = newFolder()
  const old = await recordOf(folder, '0030-phone-key')
  old.exec(`
    insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1, '98765');
    insert into tickets values ('t', 1, 'diagnosing', null, 'c', null, 'said', '[]', '{}', '[]', null, 0,
      '2026-11-20T10:00:00.000Z', null, 't-0001', 3);
    insert into settings values ('theme', 'dark');
    insert into drafts values ('new-ticket', '{}', '2026-11-20T10:00:00.000Z');
  `)
  const tables = ['customers', 'tickets', 'events', 'chains', 'settings', 'drafts']
  const rowsOf = (raw: Database.Database) =>
    tables.map((name) =>
      raw
        .prepare<[], Record<string, unknown>>(`select * from ${name}`)
        .all()
        // Taken out since; what it held is looked for by the index.
        .map(({ search_text: _, ...row }) => row),
    )
  const before = rowsOf(old)
  old.close()

  const store = await openStore(folder)
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  // What later versions add to a row is theirs.
  expect(rowsOf(raw)).toMatchObject(before)
  expect(valueOf(await store.ownKnowledge())).toEqual([])
  const record = { id: 'own-a', body: { title: 'a' } }
  const at = '2026-11-23T10:00:00.000Z'
  valueOf(await store.changeOwnKnowledge(at, () => done({ save: [record], remove: [] })))
  expect(valueOf(await store.ownKnowledge())).toEqual([record])
  expect(valueOf(await store.check())).toMatchObject({ faults: [], brokenAt: null })
})

test('tickets of before waiting are as they were, and can wait', async () => {
  const folder = newFolder()
  const old = await recordOf(folder, '0040-own-knowledge')
  old.exec(`
    insert into customers values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z', 1, '98765');
    insert into tickets values ('t', 1, 'closed', 'fixed', 'c', null, 'said', '[]', '{}', '["read"]', 'set-clock', 0,
      '2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z', 't-0001', 3);
  `)
  old.close()
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
