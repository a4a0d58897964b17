import type { Transaction } from 'kysely'
import { note, type ImportNote } from '../../core/portable/import-note.ts'
import type { LineOf } from '../../core/portable/lines.ts'
import type { PortableRow } from '../../core/portable/rows.ts'
import { ticketNumber } from '../../core/ticket.ts'
import { NOBODYS } from '../erase-customer.ts'
import { dropErasedWords, eventsOfNote, sayNoteErased } from '../erase-note.ts'
import { areAsWritten } from '../event-words.ts'
import { addEvent, chainEvent, nextPosition } from '../events.ts'
import { indexTicket } from '../search/index-ticket.ts'
import type { Tables } from '../tables.ts'
import { nextNumber } from '../tickets.ts'
import type { Landing, Landed } from './landing.ts'

type Db = Transaction<Tables>
type Line = LineOf<'ticket'>

/** A number that another ticket has here: this one gets the next, and its old one is told. */
const ownNumber = async (db: Db, sequence: number): Promise<number> => {
  const taken = await db
    .selectFrom('tickets')
    .select('id')
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  if (taken) return nextNumber(db)
  // Numbers that are given from now on come after it.
  const counter = await db
    .selectFrom('counters')
    .select('value')
    .where('name', '=', 'ticket')
    .executeTakeFirst()
  if (!counter) await db.insertInto('counters').values({ name: 'ticket', value: sequence }).execute()
  else if (counter.value < sequence)
    await db.updateTable('counters').set({ value: sequence }).where('name', '=', 'ticket').execute()
  return sequence
}

const missingIn = async (
  db: Db,
  table: 'attempts' | 'events' | 'advice',
  ticketId: string,
): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom(table).select('id').where('ticket_id', '=', ticketId).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The rows of a ticket that are not here yet. Its history goes on where ours ends: the chain is this record's own. */
const addChildren = async (
  db: Db,
  { ticket, attempts, events, words, advice }: Line,
  { at, isErasedNote, notesWereErased }: Landing,
): Promise<void> => {
  const here = {
    attempts: await missingIn(db, 'attempts', ticket.id),
    events: await missingIn(db, 'events', ticket.id),
    advice: await missingIn(db, 'advice', ticket.id),
  }
  for (const row of attempts)
    if (!here.attempts.has(row.id)) await db.insertInto('attempts').values(row).execute()
  for (const row of advice) if (!here.advice.has(row.id)) await db.insertInto('advice').values(row).execute()
  const fresh = events.filter(({ id }) => !here.events.has(id))
  for (const { link: _link, hash: _hash, ...row } of fresh)
    await chainEvent(db, { ...row, position: await nextPosition(db, ticket.id) })
  // Those of events that are here already were erased here, or are here.
  const added = new Set(fresh.map(({ id }) => id))
  const skipped: string[] = []
  for (const row of words)
    if (added.has(row.event_id))
      if (isErasedNote(row.event_id)) skipped.push(row.event_id)
      else await db.insertInto('event_words').values(row).execute()
  // At once: without it a power cut would leave words that are missing, as if somebody had taken them away.
  for (const id of skipped) {
    const erased = await eventsOfNote(db, id)
    if (erased) await sayNoteErased(db, erased, at, 'counter')
  }
  notesWereErased(await dropErasedWords(db, ticket.id))
  if (fresh.length > 0)
    await addEvent(db, ticket.id, {
      at,
      who: 'counter',
      code: 'imported',
      details: { count: fresh.length, last: fresh.at(-1)?.at ?? '' },
    })
}

const SAME_IN_BOTH = (row: PortableRow<'tickets'>): string => {
  const { sequence: _, ...rest } = row
  return JSON.stringify(Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** What happened here since, and is not in the file, would be lost by taking the file's. */
const wentOnHere = async (db: Db, { ticket, attempts, events }: Line): Promise<boolean> => {
  const known = new Set([...attempts, ...events].map(({ id }) => id))
  const own = await db
    .selectFrom('events')
    .select('id')
    .where('ticket_id', '=', ticket.id)
    .where('code', '<>', 'imported')
    .execute()
  const tried = await missingIn(db, 'attempts', ticket.id)
  return own.some(({ id }) => !known.has(id)) || [...tried].some((id) => !known.has(id))
}

const belongs = async (db: Db, { ticket }: Line): Promise<ImportNote | null> => {
  const customer = await db
    .selectFrom('customers')
    .select('id')
    .where('id', '=', ticket.customer_id)
    .executeTakeFirst()
  if (!customer) return note('no-customer')
  if (ticket.device_id === null) return null
  const device = await db
    .selectFrom('devices')
    .select('id')
    .where('id', '=', ticket.device_id)
    .executeTakeFirst()
  return device ? null : note('no-phone')
}

const strays = ({ ticket, attempts, events, advice }: Line): boolean =>
  [...attempts, ...events, ...advice].some(({ ticket_id }) => ticket_id !== ticket.id)

/** Words that no event of the ticket was written with; that some are gone is how the erased are. */
const areOthersWords = ({ events, words }: Line): boolean => {
  const details = new Map(events.map((event) => [event.id, event.details]))
  return words.some((row) => areAsWritten(details.get(row.event_id) ?? '{}', row) !== 'as-written')
}

/** Whom a customer turned out to be here in the end; the file may be older than that. */
export const turnedOutToBe = async (db: Db, id: string): Promise<string> => {
  const one = await db.selectFrom('customers').select('merged_into').where('id', '=', id).executeTakeFirst()
  return one?.merged_into ? turnedOutToBe(db, one.merged_into) : id
}

/** Brings in one ticket with all that belongs to it, or says why not. */
export const importTicket = async (db: Db, whole: Line, landing: Landing): Promise<Landed> => {
  const { isErased } = landing
  // Their words are not even for a moment in the record.
  const customer_id = await turnedOutToBe(db, whole.ticket.customer_id)
  const line =
    isErased(whole.ticket.customer_id) || isErased(customer_id)
      ? { ...whole, ticket: { ...whole.ticket, ...NOBODYS.tickets, customer_id }, words: [] }
      : { ...whole, ticket: { ...whole.ticket, customer_id } }
  const { ticket } = line
  const number = ticketNumber(ticket.sequence)
  if (strays(line)) return { how: 'faulty', note: note('other-ticket') }
  if (areOthersWords(line)) return { how: 'faulty', note: note('other-words') }
  const fault = await belongs(db, line)
  if (fault !== null) return { how: 'faulty', note: fault }
  const here = await db.selectFrom('tickets').selectAll().where('id', '=', ticket.id).executeTakeFirst()
  if (!here) {
    const sequence = await ownNumber(db, ticket.sequence)
    await db
      .insertInto('tickets')
      .values({ ...ticket, sequence })
      .execute()
    await addChildren(db, line, landing)
    await indexTicket(db, ticket.id)
    if (sequence === ticket.sequence) return { how: 'added' }
    return { how: 'added', note: note('ticket-number', { number, here: ticketNumber(sequence) }) }
  }
  if (here.revision > ticket.revision) return { how: 'kept', note: note('ticket-newer', { number }) }
  if (here.revision === ticket.revision)
    return SAME_IN_BOTH(here as PortableRow<'tickets'>) === SAME_IN_BOTH(ticket)
      ? { how: 'same' }
      : { how: 'kept', note: note('ticket-other', { number }) }
  if (isErased(here.customer_id)) return { how: 'kept', note: note('ticket-erased', { number }) }
  if (await wentOnHere(db, line)) return { how: 'kept', note: note('ticket-went-on', { number }) }
  const { id, sequence: _, ...change } = ticket
  await db.updateTable('tickets').set(change).where('id', '=', id).execute()
  await addChildren(db, line, landing)
  await indexTicket(db, id)
  return { how: 'changed', note: note('ticket-changed', { number }) }
}
