import type { Kysely, Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import { ticketNumber } from '../core/ticket.ts'
import { addEvent } from './events.ts'
import type { TicketEvent } from './store.ts'
import type { Tables } from './tables.ts'
import { byId } from './ticket-rows.ts'
import { Refused } from './trouble.ts'

const find = (db: Kysely<Tables>, idOrNumber: string) => {
  const key = byId(idOrNumber)
  const all = db
    .selectFrom('tickets')
    .select(['id', 'sequence', 'rework_of', 'training', 'warranty_days', 'warranty_until'])
  return 'id' in key ? all.where('id', '=', key.id) : all.where('sequence', '=', key.sequence)
}

/**
 * Ties a rework to the first ticket of its kind, however many lie between; the warranty goes on as it began there. Both
 * histories say so.
 */
export const linkRework = async (
  db: Transaction<Tables>,
  ticketId: string,
  of: string,
  { at, who }: Pick<TicketEvent, 'at' | 'who'>,
): Promise<void> => {
  const named = await find(db, of).executeTakeFirst()
  const first = named?.rework_of ? await find(db, named.rework_of).executeTakeFirst() : named
  const own = await find(db, ticketId).executeTakeFirstOrThrow()
  if (!first) throw new Refused(failed('ticket.unknown', { id: of }).failure)
  if (first.id === own.id || own.rework_of !== null || first.training !== own.training)
    throw new Refused(
      failed('ticket.no-rework', { number: ticketNumber(own.sequence), of: ticketNumber(first.sequence) })
        .failure,
    )
  await db
    .updateTable('tickets')
    .set({
      rework_of: first.id,
      warranty_days: first.warranty_days,
      warranty_until: first.warranty_until,
    })
    .where('id', '=', own.id)
    .execute()
  await db
    .updateTable('tickets')
    .set((build) => ({ revision: build('revision', '+', 1) }))
    .where('id', '=', first.id)
    .execute()
  const until = first.warranty_until
  const warranty = until === null ? 'none' : until >= at ? 'runs' : 'over'
  await addEvent(db, own.id, {
    at,
    who,
    code: 'rework',
    details: { number: ticketNumber(first.sequence), warranty },
  })
  await addEvent(db, first.id, {
    at,
    who,
    code: 'came-back',
    details: { number: ticketNumber(own.sequence) },
  })
}
