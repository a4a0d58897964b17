import type { Insertable, Kysely } from 'kysely'
import { closeLink, eventHash, nextLink, type ChainedEvent } from './event-chain.ts'
import { WORDS_HASH, wordsOfEvent } from './event-words.ts'
import { newId } from './ids.ts'
import { once } from './once.ts'
import type { StoredEvent, TicketEvent } from './store.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

const withWords = once((db: Db, ticketIds: readonly string[]) =>
  db
    .selectFrom('events')
    .leftJoin('event_words', 'event_words.event_id', 'events.id')
    .selectAll('events')
    .select('event_words.words')
    .where('ticket_id', 'in', ticketIds)
    .orderBy('position'),
)
const lastPosition = once((db: Db, ticketId: string) =>
  db
    .selectFrom('events')
    .select((build) => build.fn.max('position').as('position'))
    .where('ticket_id', '=', ticketId),
)
const addRow = once((db: Db, row: Insertable<Tables['events']>) => db.insertInto('events').values(row))
const addWords = once((db: Db, row: Insertable<Tables['event_words']>) =>
  db.insertInto('event_words').values(row),
)

/** What happened to a ticket, in order, with the words that are still there. */
export const eventsOf = async (db: Db, ticketId: string): Promise<readonly StoredEvent[]> => {
  const found = await withWords(db, [ticketId])
  return found.map((row) => ({
    id: row.id,
    at: row.at,
    who: row.who,
    code: row.code as TicketEvent['code'],
    details: JSON.parse(row.details) as TicketEvent['details'],
    ...(row.words !== null && { words: JSON.parse(row.words) as Record<string, string> }),
  }))
}

/** Where the next event of a ticket stands. */
export const nextPosition = async (db: Db, ticketId: string): Promise<number> => {
  const [last] = await lastPosition(db, ticketId)
  return (last?.position ?? 0) + 1
}

/** Adds an event, as it is, at the end of its ticket's history and of the chain. */
export const chainEvent = async (db: Db, row: ChainedEvent): Promise<void> => {
  const { link, before } = await nextLink(db)
  const hash = eventHash(before, row)
  await addRow(db, { ...row, link, hash })
  await closeLink(db, hash)
}

/** Whatever happens here comes into the history this way. `position`: where it stands, if that is known. */
export const addEvent = async (
  db: Db,
  ticketId: string,
  event: TicketEvent,
  position?: number,
): Promise<void> => {
  const words = event.words === undefined ? null : wordsOfEvent(event.words)
  const id = newId()
  await chainEvent(db, {
    id,
    ticket_id: ticketId,
    position: position ?? (await nextPosition(db, ticketId)),
    at: event.at,
    who: event.who,
    code: event.code,
    details: JSON.stringify(words === null ? event.details : { ...event.details, [WORDS_HASH]: words.hash }),
  })
  if (words !== null) await addWords(db, { event_id: id, ...words.row })
}
