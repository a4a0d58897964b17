import type { Kysely } from 'kysely'
import { done, failed, type Answer } from '../core/failure.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'
import type { Tables } from './tables.ts'

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
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute()
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
  return done(fresh)
}
