import type { Kysely } from 'kysely'
import type { Answer } from '../../../src/core/failure.ts'
import type { Store } from '../../../src/storage/store.ts'
import type { Tables } from '../../../src/storage/tables.ts'

/** An engine that the storage tests run on. A record is known by the folder that its test has made for it. */
export type TestEngine = {
  readonly name: 'sqlite' | 'pglite' | 'postgres'
  /** Programs can have one record open side by side. */
  readonly takesPrograms: boolean
  readonly open: (folder: string) => Promise<Answer<Store>>
  /** Where another program finds the record. */
  readonly addressOf: (folder: string) => Promise<string>
  /** The record as it lies there, before any migration where nobody has opened it yet. */
  readonly bare: (folder: string) => Promise<Kysely<Tables>>
  /** What somebody does with the engine's own tools; references are not looked at. */
  readonly byHand: (folder: string, statements: string) => Promise<void>
  /** All that the record holds, by place: every byte of every file, or every row where the files are a server's. */
  readonly contents: (folder: string) => Promise<readonly (readonly [place: string, content: Buffer])[]>
  /** What comes back of a text that was written. */
  readonly kept: (text: string) => string
  readonly remove: (folder: string) => Promise<void>
}

type Rows = (query: string) => Promise<readonly Record<string, unknown>[]>

/** Every row of every table, as text. */
export const contentsOf = async (rows: Rows): Promise<readonly (readonly [string, Buffer])[]> => {
  const tables = await rows(`select tablename as name from pg_tables where schemaname = 'public'`)
  const contents: (readonly [string, Buffer])[] = []
  for (const { name } of tables) {
    const all = await rows(`select row_to_json(t)::text as row from "${String(name)}" t`)
    const text = all.map(({ row }) => JSON.stringify(JSON.parse(String(row)))).join('\n')
    contents.push([String(name), Buffer.from(text)])
  }
  return contents
}
