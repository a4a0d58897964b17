import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import { done, failed, type Answer } from '../core/failure.ts'
import { migrateSafely, type BeforeMigrating } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { sqlStore } from './sql-store.ts'
import { SQLITE } from './sqlite-engine.ts'
import { whollyRefused } from './refused-commit.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { recordFailure } from './trouble.ts'

/**
 * Settings of every connection, each time it is opened: of these only WAL is kept in the file.
 * synchronous=FULL above all: better-sqlite3 is built so that a re-opened WAL file falls back to NORMAL, and a power
 * cut would then take acknowledged tickets. secure_delete writes zeros over what is erased.
 */
const PRAGMAS = [
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'busy_timeout = 5000',
  // KiB, of a large record only: what a search reads again at the next key.
  'cache_size = -65536',
] as const

/** better-sqlite3 13 needs Node-API 10; loading it into an older runtime ends the process without a word. */
const OLDEST_NODE_API = 10

const openDatabase = (file: string, as: OpenAs): Database.Database => {
  const binding = process.env['BENCHSIDE_SQLITE_BINDING']
  if (binding === undefined && Number(process.versions['napi'] ?? 0) < OLDEST_NODE_API) {
    throw new Error(
      `This runtime (Node ${process.versions.node}) cannot load the record's engine. Start Benchside with “npm start”, which brings one that can.`,
    )
  }
  return new Database(file, {
    readonly: as === 'look',
    ...(binding !== undefined && { nativeBinding: binding }),
  })
}

/** Statements are prepared once; lists of values of any length would make ever new ones. */
const MOST_PREPARED = 500

/**
 * A full disk or a failing one ends the transaction within SQLite (sqlite.org/lang_transaction.html, 3.1). To roll back
 * what is over already would be an error of its own, and hide the one that people have to be told.
 */
const forKysely = (database: Database.Database): SqliteDatabase => {
  const prepared = new Map<string, SqliteStatement>()
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MOST_PREPARED) prepared.clear()
    const statement = whollyRefused(database.prepare(sql) as SqliteStatement, database)
    prepared.set(sql, statement)
    return statement
  }
  return {
    prepare: (sql) => prepare(sql === 'rollback' && !database.inTransaction ? 'select 1' : sql),
    close: () => void database.close(),
  }
}

/** Also in a folder that others may look into; SQLite gives the files beside it the same permissions. */
const forOwnerAlone = (file: string): void => {
  try {
    if (existsSync(file)) chmodSync(file, 0o600)
    else closeSync(openSync(file, 'wx', 0o600))
  } catch {
    // Somebody else's file, or another counter was first: opening it says whether it can be used.
  }
}

/** Pages are of 512 bytes or some power of two of them. */
const SMALLEST_PAGE = 512

/** A folder in its place is another trouble, and has a size of any kind. */
const sizeOf = (file: string): number => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : 0
}

/**
 * A file that ends in the middle of a page, with no log that could complete it: SQLite would take a stump for an empty
 * file, and what is missing of a last page for zeros.
 */
const isCutOff = (file: string): boolean =>
  sizeOf(file) % SMALLEST_PAGE !== 0 && sizeOf(`${file}-wal`) === 0 && sizeOf(`${file}-journal`) === 0

/** Which version a file is of, by its migrations; null where it has seen none. */
export const versionOf = (
  database: Database.Database,
): { readonly isThis: boolean; readonly isNewer: boolean } | null => {
  if (database.prepare("select 1 from sqlite_master where name = 'migrations'").get() === undefined)
    return null
  const names = database.prepare<[], string>('select name from migrations order by name').pluck().all()
  const known = new Set(MIGRATIONS.map(({ name }) => name))
  if (names.length === 0) return null
  return { isThis: names.length === known.size, isNewer: names.some((name) => !known.has(name)) }
}

export type OpenRecord = {
  readonly store: Store
  readonly database: Database.Database
  /** The same connection, for what works on the record as a whole. */
  readonly db: Kysely<Tables>
}

/**
 * record: brought to this version, made if it is not there · copy: as it is, in one file, nothing beside it ·
 * look: nothing is written.
 */
export type OpenAs = 'record' | 'copy' | 'look'

/** Opens a file; a record that is older than this version is brought to it once `beforeMigrating` is done. */
export const openFile = async (
  file: string,
  as: OpenAs,
  beforeMigrating: BeforeMigrating | null = null,
): Promise<Answer<OpenRecord>> => {
  let database: Database.Database | null = null
  try {
    if (as === 'record') forOwnerAlone(file)
    if (isCutOff(file)) return failed('record.damaged', { file, why: 'its end is cut off' })
    database = openDatabase(file, as)
    if (as !== 'look') for (const pragma of PRAGMAS) database.pragma(pragma)
    if (as !== 'look') database.pragma(`journal_mode = ${as === 'copy' ? 'DELETE' : 'WAL'}`)
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) })
    const migrated = as === 'record' ? await migrateSafely(db, file, beforeMigrating) : done(null)
    if (!migrated.ok) {
      database.close()
      return migrated
    }
    const opened = database
    const close = async (): Promise<void> => {
      await db.destroy()
      // Kysely closes only what it has used.
      opened.close()
    }
    return done({ store: { ...sqlStore(db, file, SQLITE), close }, database, db })
  } catch (error) {
    database?.close()
    const failure = recordFailure(error, file)
    if (failure) return { ok: false, failure }
    return failed('record.unusable', { file, why: error instanceof Error ? error.message : String(error) })
  }
}
