import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import type { Store } from '../../src/storage/store.ts'

/** BENCHSIDE_BENCH_TICKETS=20000 npm run bench -- record measures a smaller record. */
export const TICKETS = Number(process.env['BENCHSIDE_BENCH_TICKETS'] ?? '1000000')

export const openedStore = async (folder: string): Promise<Store> => {
  const opened = await openSqliteStore(folder)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened.value
}

/** A record of so many invented tickets, made once and kept for the next run; it takes minutes for a million. */
export const inventedRecord = async (tickets: number): Promise<string> => {
  const folder = join(tmpdir(), `benchside-record-${String(tickets)}`)
  const isThere = existsSync(folder)
  const store = await openedStore(folder)
  const page = await store.tickets({ search: '', state: null, limit: 1 })
  if (!page.ok) throw new Error(JSON.stringify(page.failure))
  const missing = tickets - page.value.total
  if (missing > 0) {
    process.stderr.write(`${isThere ? 'adding' : 'inventing'} ${String(missing)} tickets in ${folder}\n`)
    const seeded = await store.seed({ tickets: missing, seed: 1 }, SHIPPED)
    if (!seeded.ok) throw new Error(JSON.stringify(seeded.failure))
  }
  await store.close()
  return folder
}
