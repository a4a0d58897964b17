import type { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { erasedBy } from './erase-note.ts'
import { areAsWritten } from './event-words.ts'
import { chainEnd, CHAIN_START, eventHash } from './event-chain.ts'
import { unhurried, type Pace } from './pace.ts'
import type { RecordCheck } from './store.ts'
import type { Tables } from './tables.ts'

/** Events are gone through so many at a time: a record of years is never in memory as a whole. */
const AT_ONCE = 5000
/** So many of the engine's complaints are worth showing. */
const MOST_FAULTS = 20

/** Those outside the chain come with each, so that they are never passed over. */
const eventsAfter = (db: Kysely<Tables>, link: number) =>
  db
    .selectFrom('events')
    .selectAll()
    .where((build) => build.or([build('link', '>', link), build('link', 'is', null)]))
    .orderBy('link', (order) => order.asc().nullsFirst())
    .limit(AT_ONCE)
    .execute()

/** The words of events that stand beside them; a record of an older version has none. */
const wordsBeside = async (
  db: Kysely<Tables>,
  events: readonly { readonly id: string; readonly details: string }[],
): Promise<ReadonlyMap<string, { readonly salt: string; readonly words: string }>> => {
  const rows = await db
    .selectFrom('event_words')
    .selectAll()
    .where(
      'event_id',
      'in',
      events.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map(({ event_id, ...kept }) => [event_id, kept]))
}

type Whose = { readonly id: string; readonly ticket_id: string }

/** The words of an event go with a whole person or with the note that they are of, and the history says which. */
const wasErased = async (db: Kysely<Tables>, { id, ticket_id }: Whose): Promise<boolean> => {
  const rows = await db
    .selectFrom('events')
    .select(['code', 'details'])
    .where('ticket_id', '=', ticket_id)
    .where('code', 'in', ['erased', 'note-erased'])
    .execute()
  return rows.some(({ code, details }) => code === 'erased' || erasedBy(details).includes(id))
}

/** Goes along the chain of events; where it breaks first, by ticket and moment, or null when it holds to its end. */
const checkChain = async (
  db: Kysely<Tables>,
  hasWords: boolean,
  pace: () => void,
): Promise<Pick<RecordCheck, 'events' | 'brokenAt'>> => {
  let hash = CHAIN_START
  let link = 0
  for (;;) {
    pace()
    const rows = await eventsAfter(db, link)
    const beside = hasWords && rows.length > 0 ? await wordsBeside(db, rows) : new Map<string, never>()
    for (const { link: place, hash: kept, ...event } of rows) {
      hash = eventHash(hash, event)
      const said = areAsWritten(event.details, beside.get(event.id) ?? null)
      const isGone = said === 'missing' && !(await wasErased(db, event))
      if (place !== link + 1 || kept !== hash || said === 'changed' || isGone)
        return { events: link, brokenAt: { ticketId: event.ticket_id, at: event.at } }
      link = place
    }
    if (rows.length < AT_ONCE) break
  }
  const end = await chainEnd(db)
  const isWhole = end.links === link && end.hash === hash
  return { events: link, brokenAt: isWhole ? null : { ticketId: null, at: null } }
}

/** Of these the engine is done when the history begins to be read, of all of it. */
const PARTS = 2

/**
 * Reads the whole record: what the engine finds wrong with the file, rows without what they belong to, the history.
 * Also one of an older version, which may have no chain yet.
 */
export const checkRecord = (
  db: Kysely<Tables>,
  engine: Engine,
  pace: Pace = unhurried,
): Promise<RecordCheck> => {
  // As it stands at one moment: what another counter writes meanwhile would look like a history without its end.
  const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return moment.execute(async (transaction) => {
    const tables = (await transaction.introspection.getTables()).map(({ name }) => name)
    const faults = await engine.faults(transaction, tables, (done, of) => pace(done, of * PARTS))
    const { tickets } = await transaction
      .selectFrom('tickets')
      .select((build) => build.fn.countAll<number | string>().as('tickets'))
      .executeTakeFirstOrThrow()
    const chain = tables.includes('chains')
      ? await checkChain(transaction, tables.includes('event_words'), () => pace(1, PARTS))
      : { events: 0, brokenAt: null }
    return { faults: faults.slice(0, MOST_FAULTS), tickets: Number(tickets), ...chain }
  })
}
