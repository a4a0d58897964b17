import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copyKind, copyName, copyTime } from '../../../src/core/copies/copy-name.ts'
import { failed } from '../../../src/core/failure.ts'
import { inWorker } from '../../../src/storage/long-work/in-worker.ts'
import { migrate } from '../../../src/storage/migrate.ts'
import { MIGRATIONS } from '../../../src/storage/migrations/index.ts'
import { openSqliteStore, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { restoreRecord } from '../../../src/storage/restore-record.ts'
import type { Tables } from '../../../src/storage/tables.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { valueOf } from '../some-record.ts'

/** A record as the version of that migration left it, closed; what is in it. */
const oldRecord = async (last: string): Promise<{ folder: string; rows: readonly unknown[] }> => {
  const folder = newFolder()
  const raw = new Database(join(folder, RECORD_FILE))
  raw.pragma('journal_mode = WAL')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  const until = MIGRATIONS.findIndex(({ name }) => name === last)
  valueOf(await migrate(db, RECORD_FILE, MIGRATIONS.slice(0, until + 1)))
  raw.exec(`
    insert into customers (id, name, phone, created_at) values ('c', 'Asha Rao', '98765', '2026-11-20T10:00:00.000Z');
    insert into settings values ('theme', 'dark');
  `)
  const rows = schemaOf(raw)
  raw.close()
  return { folder, rows }
}

const schemaOf = (raw: Database.Database): readonly unknown[] => [
  ...raw.prepare('select sql from sqlite_master order by name').pluck().all(),
  ...raw.prepare('select name from migrations order by name').pluck().all(),
  ...raw.prepare('select id, name, phone from customers').all(),
]

const copiesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => copyKind(name) === 'version')

test.each(['0010-record', '0030-phone-key'])(
  'a record of %s is copied as it was before it is changed, and the copy can be put back',
  async (last) => {
    const { folder, rows } = await oldRecord(last)
    await (await openStore(folder)).close()
    const [copy = '', ...more] = copiesIn(folder)
    expect(more).toEqual([])
    expect(copy).toContain(last)
    expect(Date.now() - Date.parse(copyTime(copy) ?? '')).toBeLessThan(60_000)
    expect(statSync(join(folder, copy)).mode & 0o777).toBe(0o600)
    const raw = new Database(join(folder, copy))
    expect(schemaOf(raw)).toEqual(rows)
    raw.close()
    const there = newFolder()
    valueOf(await restoreRecord(there, join(folder, copy), new Date()))
    expect(valueOf(await (await openStore(there)).setting('theme'))).toBe('dark')
  },
)

test('a record of this version, and one that is just made, is not copied', async () => {
  const folder = newFolder()
  for (const _ of [1, 2]) await (await openStore(folder)).close()
  expect(readdirSync(folder).filter((name) => name !== RECORD_FILE)).toEqual([])
})

test('where no copy can be made nothing is changed', async () => {
  const { folder } = await oldRecord('0030-phone-key')
  const before = readFileSync(join(folder, RECORD_FILE))
  const refused = failed('upgrade.no-space', { file: RECORD_FILE, folder })
  expect(await openSqliteStore(folder, async () => refused)).toEqual(refused)
  expect(readFileSync(join(folder, RECORD_FILE)).equals(before)).toBe(true)
  // A folder stands where the copy is to be.
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  mkdirSync(join(folder, copyName('version', new Date().toISOString(), '0030-phone-key')))
  expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'upgrade.no-copy' } })
  expect(readFileSync(join(folder, RECORD_FILE)).equals(before)).toBe(true)
})

test('a history that was edited is not carried into a new version', async () => {
  const { folder } = await oldRecord('0030-phone-key')
  const raw = new Database(join(folder, RECORD_FILE))
  raw.exec('update chains set links = 7')
  raw.close()
  expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'record.changed' } })
})

test('a thread of its own brings the record to this version, while the caller only waits', async () => {
  const { folder } = await oldRecord('0020-event-chain')
  const work = inWorker(new URL('../../../src/storage/long-work/worker.ts', import.meta.url))
  const store = valueOf(await openSqliteStore(folder, (file) => work('upgrade', { file })))
  expect(copiesIn(folder)).toHaveLength(1)
  expect(valueOf(await store.setting('theme'))).toBe('dark')
  await store.close()
})
