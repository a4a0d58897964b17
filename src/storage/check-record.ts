import { sql, type Kysely } from 'kysely'
import { chainEnd, CHAIN_START, eventHash } from './event-chain.ts'
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
const checkChain = async (db: Kysely<Tables>): Promise<Pick<RecordCheck, 'events' | 'brokenAt'>> => {
  let hash = CHAIN_START
  let link = 0
  for (;;) {
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

/** Reads the whole record: what the engine finds wrong with the file, rows without what they belong to, the history. */
export const checkRecord = (db: Kysely<Tables>): Promise<RecordCheck> =>
  // In one transaction: what another counter writes meanwhile would look like a history without its end.
  db.transaction().execute(async (transaction) => {
    const whole = (await sql`pragma integrity_check`.execute(transaction)).rows.map(textOf)
    const orphans = (await sql`pragma foreign_key_check`.execute(transaction)).rows.map(textOf)
    const { tickets } = await transaction
      .selectFrom('tickets')
      .select((build) => build.fn.countAll<number | string>().as('tickets'))
      .executeTakeFirstOrThrow()
    return {
      faults: [...(whole.join() === 'ok' ? [] : whole), ...orphans].slice(0, MOST_FAULTS),
      tickets: Number(tickets),
      ...(await checkChain(transaction)),
    }
  })
