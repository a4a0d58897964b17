import { sql, type Kysely } from 'kysely'
import { chainEnd, CHAIN_START, eventHash } from './event-chain.ts'
import { unhurried, type Pace } from './pace.ts'
import type { RecordCheck } from './store.ts'
import type { Tables } from './tables.ts'

/** Events are gone through so many at a time: a record of years is never in memory as a whole. */
const AT_ONCE = 5000
/** So many of SQLite's complaints are worth showing. */
const MOST_FAULTS = 20

/** Those outside the chain come with each, so that they are never passed over. */
const eventsAfter = (db: Kysely<Tables>, link: number) =>
  db
    .selectFrom('events')
    .selectAll()
    .where((build) => build.or([build('link', '>', link), build('link', 'is', null)]))
    .orderBy('link')
    .limit(AT_ONCE)
    .execute()

/** Goes along the chain of events; where it breaks first, by ticket and moment, or null when it holds to its end. */
const checkChain = async (
  db: Kysely<Tables>,
  pace: () => void,
): Promise<Pick<RecordCheck, 'events' | 'brokenAt'>> => {
  let hash = CHAIN_START
  let link = 0
  for (;;) {
    pace()
    const rows = await eventsAfter(db, link)
    for (const { link: place, hash: kept, ...event } of rows) {
      hash = eventHash(hash, event)
      if (place !== link + 1 || kept !== hash)
        return { events: link, brokenAt: { ticketId: event.ticket_id, at: event.at } }
      link = place
    }
    if (rows.length < AT_ONCE) break
  }
  const end = await chainEnd(db)
  const isWhole = end.links === link && end.hash === hash
  return { events: link, brokenAt: isWhole ? null : { ticketId: null, at: null } }
}

const textOf = (row: unknown): string =>
  typeof row === 'object' && row !== null ? Object.values(row).map(String).join(' ') : String(row)

/** Pages of 4 KiB from which on the engine's look through the whole file takes longer than anybody waits to stop it. */
const LARGE = 50_000

/** Table by table where the file is large: nothing stops the engine in the middle of a look. */
const engineFaults = async (
  db: Kysely<Tables>,
  tables: readonly string[],
  pace: (done: number, of: number) => void,
): Promise<readonly string[]> => {
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
}

/** Of these the engine is done when the history begins to be read, of all of it. */
const PARTS = 2

/**
 * Reads the whole record: what the engine finds wrong with the file, rows without what they belong to, the history.
 * Also one of an older version, which may have no chain yet.
 */
export const checkRecord = (db: Kysely<Tables>, pace: Pace = unhurried): Promise<RecordCheck> =>
  // In one transaction: what another counter writes meanwhile would look like a history without its end.
  db.transaction().execute(async (transaction) => {
    const tables = (await transaction.introspection.getTables()).map(({ name }) => name)
    const faults = await engineFaults(transaction, tables, (done, of) => pace(done, of * PARTS))
    const { tickets } = await transaction
      .selectFrom('tickets')
      .select((build) => build.fn.countAll<number | string>().as('tickets'))
      .executeTakeFirstOrThrow()
    const chain = tables.includes('chains')
      ? await checkChain(transaction, () => pace(1, PARTS))
      : { events: 0, brokenAt: null }
    return { faults: faults.slice(0, MOST_FAULTS), tickets: Number(tickets), ...chain }
  })
