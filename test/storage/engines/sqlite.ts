import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import type { Tables } from '../../../src/storage/tables.ts'
import type { TestEngine } from './engine.ts'

export const engine: TestEngine = {
  name: 'sqlite',
  takesPrograms: true,
  open: openSqliteStore,
  addressOf: async (folder) => folder,
  bare: async (folder) => {
    const database = new Database(join(folder, RECORD_FILE))
    // As every opening of a record does.
    database.pragma('secure_delete = ON')
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  },
  byHand: async (folder, statements) => {
    const raw = new Database(join(folder, RECORD_FILE))
    raw.pragma('foreign_keys = OFF')
    raw.pragma('secure_delete = ON')
    raw.exec(statements)
    raw.close()
  },
  contents: async (folder) =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const),
  kept: (text) => text,
  remove: async () => undefined,
}
