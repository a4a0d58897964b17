import type { Kysely } from 'kysely'
import type { PortableRow, PortableTable } from '../../core/portable/rows.ts'
import type { Tables } from '../tables.ts'

/** Rows are read so many at a time: a record of years is never in memory as a whole. */
const AT_ONCE = 200

type WithId = { readonly id: string }

/** Every row of a table, page by page, in the order of their ids, which is the order in which they were made. */
export async function* pagesOf(
  db: Kysely<Tables>,
  table: 'customers' | 'devices' | 'tickets' | 'inspections' | 'own_knowledge',
): AsyncGenerator<readonly (Record<string, unknown> & WithId)[]> {
  let after = ''
  for (;;) {
    // Kysely cannot tell the columns of a table that is one of several.
    const rows = (await (db as unknown as Kysely<Record<string, WithId>>)
      .selectFrom(table as string)
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()) as readonly (Record<string, unknown> & WithId)[]
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.id
  }
}

/** What belongs to these rows, by the row that it belongs to, in its order. */
export const childrenOf = async (
  db: Kysely<Tables>,
  table: Exclude<PortableTable, 'event_words'>,
  parent: 'ticket_id' | 'inspection_id',
  ids: readonly string[],
  order: string,
): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> => {
  const rows = await (db as unknown as Kysely<Record<string, Record<string, unknown>>>)
    .selectFrom(table)
    .selectAll()
    .where(parent, 'in', ids)
    .orderBy(order)
    .execute()
  const byParent = new Map<string, Record<string, unknown>[]>()
  for (const row of rows) {
    const id = String(row[parent])
    const list = byParent.get(id)
    if (list) list.push(row)
    else byParent.set(id, [row])
  }
  return byParent
}

/** The words that are still there of what happened to these tickets, by ticket. */
export const wordsOf = async (
  db: Kysely<Tables>,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PortableRow<'event_words'>[]>> => {
  const rows = await db
    .selectFrom('event_words')
    .innerJoin('events', 'events.id', 'event_words.event_id')
    .selectAll('event_words')
    .select('events.ticket_id')
    .where('events.ticket_id', 'in', ticketIds)
    .orderBy('events.position')
    .execute()
  const byTicket = new Map<string, PortableRow<'event_words'>[]>()
  for (const { ticket_id, ...row } of rows) {
    const list = byTicket.get(ticket_id)
    if (list) list.push(row)
    else byTicket.set(ticket_id, [row])
  }
  return byTicket
}
