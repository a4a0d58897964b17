import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import { migrate } from './migrate.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { recordFailure } from './trouble.ts'

export const RECORD_FILE = 'benchside.db'

/**
 * Settings of every connection, each time it is opened: of these only WAL is kept in the file.
 * synchronous=FULL above all: better-sqlite3 is built so that a re-opened WAL file falls back to NORMAL, and a power
 * cut would then take acknowledged tickets. secure_delete writes zeros over what is erased.
 */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'busy_timeout = 5000',
] as const

/** better-sqlite3 13 needs Node-API 10; loading it into an older runtime ends the process without a word. */
const OLDEST_NODE_API = 10

const openDatabase = (file: string, readonly: boolean): Database.Database => {
  const binding = process.env['BENCHSIDE_SQLITE_BINDING']
  if (binding === undefined && Number(process.versions['napi'] ?? 0) < OLDEST_NODE_API) {
    throw new Error(
      `This runtime (Node ${process.versions.node}) cannot load the record's engine. Start Benchside with “npm start”, which brings one that can.`,
    )
  }
  return new Database(file, { readonly, ...(binding !== undefined && { nativeBinding: binding }) })
}

/** Statements are prepared once; lists of values of any length would make ever new ones. */
const MOST_PREPARED = 500

/**
 * A full disk or a failing one ends the transaction within SQLite (sqlite.org/lang_transaction.html, 3.1). To roll back
 * what is over already would be an error of its own, and hide the one that people have to be told.
 */
const forKysely = (database: Database.Database): SqliteDatabase => {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MOST_PREPARED) prepared.clear()
    const statement = database.prepare(sql)
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

export type OpenRecord = { readonly store: Store; readonly database: Database.Database }

/**
 * Opens the record that is the file, and brings it to this version; a `readonly` one is left as it is, to be copied.
 * Made if it is not there.
 */
export const openRecord = async (
  file: string,
  { readonly = false }: { readonly readonly?: boolean } = {},
): Promise<Answer<OpenRecord>> => {
  let database: Database.Database | null = null
  try {
    if (!readonly) forOwnerAlone(file)
    database = openDatabase(file, readonly)
    if (!readonly) for (const pragma of PRAGMAS) database.pragma(pragma)
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) })
    const migrated = readonly ? done(null) : await migrate(db, file)
    if (!migrated.ok) {
      await db.destroy()
      return migrated
    }
    return done({ store: sqlStore(db, file), database })
  } catch (error) {
    database?.close()
    const failure = recordFailure(error, file)
    if (failure) return { ok: false, failure }
    return failed('record.unusable', { file, why: error instanceof Error ? error.message : String(error) })
  }
}

/** The same for the record in `folder`, which is made if there is none. */
export const openSqliteStore = async (folder: string): Promise<Answer<Store>> => {
  const file = join(folder, RECORD_FILE)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const failure = recordFailure(error, file)
    if (failure) return { ok: false, failure }
    return failed('record.unusable', { file, why: error instanceof Error ? error.message : String(error) })
  }
  const opened = await openRecord(file)
  return opened.ok ? done(opened.value.store) : opened
}
