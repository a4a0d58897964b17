import type { Kysely } from 'kysely'
import { done, failed, type Answer } from '../core/failure.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'
import { fillIndex } from './search/fill-index.ts'
import type { Tables } from './tables.ts'

/** What has to be done before a record is changed to this version's form; a refusal leaves it as it is. */
export type BeforeMigrating = (file: string, version: string) => Promise<Answer<unknown>>

/** The migrations that made the record what it is; none of one that is just being made. */
export const appliedTo = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migrations')) return []
  return (await db.selectFrom('migrations').select('name').orderBy('name').execute()).map(({ name }) => name)
}

/** As below; of a record that is changed by it something is put by first, and what is not put by is not changed. */
export const migrateSafely = async (
  db: Kysely<Tables>,
  file: string,
  beforeMigrating: BeforeMigrating | null,
): Promise<Answer<readonly string[]>> => {
  const applied = await appliedTo(db)
  const isOlder = MIGRATIONS.some(({ name }) => !applied.includes(name))
  const isKnown = applied.every((name) => MIGRATIONS.some((migration) => migration.name === name))
  const version = applied.at(-1)
  if (version !== undefined && isOlder && isKnown && beforeMigrating !== null) {
    const ready = await beforeMigrating(file, version)
    if (!ready.ok) return ready
  }
  return migrate(db, file)
}

/**
 * Brings the record to this version, one migration in one transaction each, so that a crash in the middle leaves
 * either the old or the new. Our own few lines because kysely's Migrator runs SQLite migrations outside a transaction
 * (its SQLite adapter says that DDL is not transactional; in SQLite it is).
 * A record that knows a migration which we do not was written by a newer Benchside and is refused untouched.
 */
export const migrate = async (
  db: Kysely<Tables>,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Answer<readonly string[]>> => {
  // In a transaction because PostgreSQL refuses one of two counters that make it at once; in there they take turns.
  await db.transaction().execute((transaction) =>
    transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute(),
  )
  const applied = new Set((await db.selectFrom('migrations').select('name').execute()).map((row) => row.name))
  const known = new Set(migrations.map((migration) => migration.name))
  if ([...applied].some((name) => !known.has(name))) return failed('record.newer', { file })
  const fresh: string[] = []
  for (const { name, up } of migrations) {
    if (applied.has(name)) continue
    const applies = await db.transaction().execute(async (transaction) => {
      // Written first: of two counters that start at once, the second waits here and then finds the work done.
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('migrations')
        .values({ name, applied_at: new Date().toISOString() })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) return false
      await up(transaction as unknown as Kysely<unknown>)
      return true
    })
    if (applies) fresh.push(name)
  }
  if (migrations === MIGRATIONS) await fillIndex(db)
  return done(fresh)
}
