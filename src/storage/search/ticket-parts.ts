import type { Kysely } from 'kysely'
import type { Searchable } from '../../core/search/searchable.ts'
import { ticketNumber } from '../../core/ticket.ts'
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
    .select(['tickets.id', 'sequence', 'state', 'result', 'said', 'symptoms', 'worked_fix'])
    .select(['tickets.training', 'customers.name', 'customers.phone'])
    .select(['devices.serial', 'devices.model', 'devices.market_name'])

const attemptsOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> => {
  const fixes = new Map<string, string[]>()
  if (ids.length === 0) return fixes
  const rows = await db
    .selectFrom('attempts')
    .select(['ticket_id', 'fix'])
    .where('ticket_id', 'in', ids)
    .execute()
  for (const { ticket_id, fix } of rows) fixes.set(ticket_id, [...(fixes.get(ticket_id) ?? []), fix])
  return fixes
}

/**
 * What tickets can be found by, read anew. Whatever else a ticket is to be found by (a note, an IMEI) is selected and
 * named here, and nowhere else.
 */
export const ticketParts = async (
  db: Kysely<Tables>,
  only: { readonly ids: readonly string[] } | { readonly from: number; readonly to: number },
): Promise<readonly TicketParts[]> => {
  if ('ids' in only && only.ids.length === 0) return []
  const query = rowsOf(db)
  const rows = await (
    'ids' in only
      ? query.where('tickets.id', 'in', only.ids)
      : query.where('sequence', '>=', only.from).where('sequence', '<', only.to)
  )
    .orderBy('sequence')
    .execute()
  const fixes = await attemptsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    number: ticketNumber(row.sequence),
    names: [row.name],
    texts: [row.said, row.model, row.market_name],
    phones: [row.phone],
    codes: [row.serial],
    known: [...(JSON.parse(row.symptoms) as string[]), ...(fixes.get(row.id) ?? [])],
    workedFix: row.worked_fix,
    marks: [
      stateMark(row.state),
      ...(row.result === null ? [] : [resultMark(row.result)]),
      trainingMark(row.training === 1),
    ],
  }))
}
