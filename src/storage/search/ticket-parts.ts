import type { Kysely } from 'kysely'
import type { Searchable } from '../../core/search/searchable.ts'
import { ticketNumber } from '../../core/ticket.ts'
import { workedFixes } from '../../core/worked-fixes.ts'
import { once } from '../once.ts'
import type { StoredEvent } from '../store.ts'
import type { Tables } from '../tables.ts'

export type TicketParts = Searchable & { readonly id: string; readonly sequence: number }

/** What the list of tickets can be narrowed by. */
export const stateMark = (state: string): string => `state:${state}`
export const resultMark = (result: string): string => `result:${result}`
export const trainingMark = (training: boolean): string => (training ? 'training' : 'real')

const rowsOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .leftJoin('devices', 'devices.id', 'tickets.device_id')
    .select(['tickets.id', 'sequence', 'state', 'result', 'said', 'symptoms'])
    .select(['worked_fix', 'worked_together'])
    .select(['tickets.training', 'customers.name', 'customers.phone'])
    .select(['devices.serial', 'devices.model', 'devices.market_name', 'customer_id', 'condition_note'])
    .select(['left_note', 'imei', 'imei2', 'typed_serial', 'typed_model'])

const byIds = once((db: Kysely<Tables>, ids: readonly string[]) =>
  rowsOf(db).where('tickets.id', 'in', ids).orderBy('sequence'),
)
const between = once((db: Kysely<Tables>, from: number, to: number) =>
  rowsOf(db).where('sequence', '>=', from).where('sequence', '<', to).orderBy('sequence'),
)
const fixesTried = once((db: Kysely<Tables>, ids: readonly string[]) =>
  db.selectFrom('attempts').select(['ticket_id', 'fix']).where('ticket_id', 'in', ids),
)
const notesWritten = once((db: Kysely<Tables>, ids: readonly string[]) =>
  db
    .selectFrom('event_words')
    .innerJoin('events', 'events.id', 'event_words.event_id')
    .select(['ticket_id', 'words'])
    .where('ticket_id', 'in', ids)
    .where('code', '=', 'note'),
)
const calledBefore = once((db: Kysely<Tables>, customerIds: readonly string[]) =>
  db.selectFrom('customers').select(['merged_into', 'name', 'phone']).where('merged_into', 'in', customerIds),
)

const fixesOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> => {
  const fixes = new Map<string, string[]>()
  if (ids.length === 0) return fixes
  const rows = await fixesTried(db, ids)
  for (const { ticket_id, fix } of rows) fixes.set(ticket_id, [...(fixes.get(ticket_id) ?? []), fix])
  return fixes
}

const textsOfNote = (words: Readonly<Record<string, string>>): readonly string[] => Object.values(words)

/** Notes as they were written and put right: an old one is what somebody may remember. */
const notesOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> => {
  const notes = new Map<string, string[]>()
  if (ids.length === 0) return notes
  const rows = await notesWritten(db, ids)
  for (const { ticket_id, words } of rows) {
    notes.set(ticket_id, [
      ...(notes.get(ticket_id) ?? []),
      ...textsOfNote(JSON.parse(words) as Record<string, string>),
    ])
  }
  return notes
}

type Other = { readonly name: string; readonly phone: string }

/** What customers were called and reached at before they turned out to be one. */
const othersOf = async (
  db: Kysely<Tables>,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Other[]>> => {
  const others = new Map<string, Other[]>()
  if (customerIds.length === 0) return others
  const rows = await calledBefore(db, [...new Set(customerIds)])
  for (const { merged_into, name, phone } of rows)
    if (merged_into !== null) others.set(merged_into, [...(others.get(merged_into) ?? []), { name, phone }])
  return others
}

type Row = Awaited<ReturnType<typeof byIds>>[number]

type OfRow = {
  readonly fixes: readonly string[]
  readonly notes: readonly string[]
  readonly others: readonly Other[]
}

/**
 * What a ticket can be found by. Whatever else it is to be found by (a note, an IMEI) is selected above and named here,
 * and nowhere else.
 */
const partsOf = (row: Row, { fixes, notes, others }: OfRow): TicketParts => ({
  id: row.id,
  sequence: row.sequence,
  number: ticketNumber(row.sequence),
  names: [row.name, ...others.map(({ name }) => name)],
  texts: [row.said, row.model, row.market_name, row.typed_model, row.condition_note, row.left_note, ...notes],
  phones: [row.phone, ...others.map(({ phone }) => phone)],
  codes: [row.serial, row.imei, row.imei2, row.typed_serial],
  known: [...(JSON.parse(row.symptoms) as string[]), ...fixes],
  worked: workedFixes({
    workedFix: row.worked_fix,
    workedTogether: JSON.parse(row.worked_together) as string[],
  }),
  marks: [
    stateMark(row.state),
    ...(row.result === null ? [] : [resultMark(row.result)]),
    trainingMark(row.training === 1),
  ],
})

/** What tickets can be found by, read anew. */
export const ticketParts = async (
  db: Kysely<Tables>,
  only: { readonly ids: readonly string[] } | { readonly from: number; readonly to: number },
): Promise<readonly TicketParts[]> => {
  if ('ids' in only && only.ids.length === 0) return []
  const rows = 'ids' in only ? await byIds(db, only.ids) : await between(db, only.from, only.to)
  const ids = rows.map(({ id }) => id)
  const fixes = await fixesOf(db, ids)
  const notes = await notesOf(db, ids)
  const others = await othersOf(
    db,
    rows.map(({ customer_id }) => customer_id),
  )
  return rows.map((row) =>
    partsOf(row, {
      fixes: fixes.get(row.id) ?? [],
      notes: notes.get(row.id) ?? [],
      others: others.get(row.customer_id) ?? [],
    }),
  )
}

/** The same of a ticket of which all but its customer's earlier names has just been read. */
export const partsOfRead = async (
  db: Kysely<Tables>,
  row: Row,
  { fixes, events }: { readonly fixes: readonly string[]; readonly events: readonly StoredEvent[] },
): Promise<TicketParts> => {
  const others = await othersOf(db, [row.customer_id])
  const notes = events.flatMap(({ code, words }) => (code === 'note' && words ? textsOfNote(words) : []))
  return partsOf(row, { fixes, notes, others: others.get(row.customer_id) ?? [] })
}
