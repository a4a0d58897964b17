import type { Kysely } from 'kysely'
import { ANY, markTerm, termsOf, type Term } from '../core/search/question.ts'
import { ticketNumber, type CloseResult, type TicketState } from '../core/ticket.ts'
import { findSequences, type Sequences } from './search/find-sequences.ts'
import { resultMark, stateMark, trainingMark } from './search/ticket-parts.ts'
import { once } from './once.ts'
import type { StoredTicket, TicketPage, TicketPageQuery, TicketQuery, TicketRow } from './store.ts'
import type { Tables } from './tables.ts'
import { ticketsBySequence, waitingOf } from './ticket-rows.ts'

/**
 * Rows of the index that a page may cost: a word of everyday has 245 in a million tickets, so it is counted to the end;
 * the first letter of something has thousands in each block, and is not.
 */
const MOST_ROWS = 1000

const NOTHING: Sequences = { sequences: [], total: 0, isWhole: true, next: null }

/** What all has to be there; null: nothing that was typed can be found. */
const wantedTerms = ({ search, meant, state, result, training }: TicketQuery): readonly Term[] | null => {
  const typed = termsOf(search, meant)
  if (typed === null) return null
  const terms = [
    ...typed,
    ...(state === null ? [] : [markTerm(stateMark(state))]),
    ...(result === undefined || result === null ? [] : [markTerm(resultMark(result))]),
    ...(training === undefined || training === null ? [] : [markTerm(trainingMark(training))]),
  ]
  return terms.length === 0 ? [ANY] : terms
}

/** Whole tickets, the newest first, and how many there are, counted to the end. */
export const listTickets = async (
  db: Kysely<Tables>,
  query: TicketQuery,
): Promise<{ total: number; tickets: readonly StoredTicket[] }> => {
  const terms = wantedTerms(query)
  if (terms === null) return { total: 0, tickets: [] }
  const { limit } = query
  const all = { terms, before: null, skip: 0, limit, most: Number.POSITIVE_INFINITY }
  const { sequences, total } = await findSequences(db, all)
  return { total, tickets: await ticketsBySequence(db, sequences) }
}

const fixesTried = once((db: Kysely<Tables>, ids: readonly string[]) =>
  db.selectFrom('attempts').select(['ticket_id', 'fix']).where('ticket_id', 'in', ids).orderBy('position'),
)
const lines = once((db: Kysely<Tables>, sequences: readonly number[]) =>
  db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .leftJoin('devices', 'devices.id', 'tickets.device_id')
    .select(['tickets.id', 'sequence', 'state', 'result', 'opened_at', 'tickets.training'])
    .select(['worked_fix', 'worked_together', 'waiting_for', 'waiting_since', 'waiting_until'])
    .select(['said', 'symptoms', 'customers.name', 'customers.phone'])
    .select(['devices.serial', 'devices.model', 'devices.market_name'])
    .where('sequence', 'in', sequences)
    .orderBy('sequence', 'desc'),
)

const fixesOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> => {
  const rows = await fixesTried(db, ids)
  const fixes = new Map<string, string[]>()
  for (const { ticket_id, fix } of rows) fixes.set(ticket_id, [...(fixes.get(ticket_id) ?? []), fix])
  return fixes
}

const rowsOf = async (db: Kysely<Tables>, sequences: readonly number[]): Promise<readonly TicketRow[]> => {
  if (sequences.length === 0) return []
  const rows = await lines(db, sequences)
  const fixes = await fixesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    number: ticketNumber(row.sequence),
    state: row.state as TicketState,
    waiting: waitingOf(row),
    result: row.result as CloseResult | null,
    openedAt: row.opened_at,
    training: row.training === 1,
    workedFix: row.worked_fix,
    workedTogether: JSON.parse(row.worked_together) as string[],
    customerName: row.name,
    customerPhone: row.phone,
    model: row.market_name ?? row.model,
    serial: row.serial ?? '',
    said: row.said,
    symptoms: JSON.parse(row.symptoms) as string[],
    fixes: fixes.get(row.id) ?? [],
  }))
}

/** A page of the list, and how many there are as far as that can be told in a moment. */
export const pageOfTickets = async (db: Kysely<Tables>, query: TicketPageQuery): Promise<TicketPage> => {
  const terms = wantedTerms(query)
  const { before, skip, limit } = query
  const found =
    terms === null ? NOTHING : await findSequences(db, { terms, before, skip, limit, most: MOST_ROWS })
  const { total, isWhole, next } = found
  return { rows: await rowsOf(db, found.sequences), total, isWhole, next }
}
