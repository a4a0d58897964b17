import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** Pages of 4 KiB from which on the engine's look through the whole file takes longer than anybody waits to stop it. */
const LARGE = 50_000

const textOf = (row: unknown): string =>
  typeof row === 'object' && row !== null ? Object.values(row).map(String).join(' ') : String(row)

export const SQLITE: Engine = {
  // Table by table where the file is large: nothing stops the engine in the middle of a look.
  faults: async (db, tables, pace) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    const isLarge = (rows[0]?.page_count ?? 0) > LARGE
    const looks = isLarge
      ? ['sqlite_schema', ...tables].map((name) => sql`pragma integrity_check(${sql.table(name)})`)
      : [sql`pragma integrity_check`]
    const found: string[] = []
    for (const [index, look] of looks.entries()) {
      pace(index, looks.length + 1)
      const faults = (await look.execute(db)).rows.map(textOf)
      if (faults.join() !== 'ok') found.push(...faults)
    }
    pace(looks.length, looks.length + 1)
    return [...found, ...(await sql`pragma foreign_key_check`.execute(db)).rows.map(textOf)]
  },
  // Until then it still stands in the write-ahead log.
  scrub: async (db) => {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(db)
    return rows[0]?.busy !== 0
  },
}
