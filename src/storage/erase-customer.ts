import type { Kysely, Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import { phoneNumberKey } from '../core/phone-number.ts'
import { ticketNumber } from '../core/ticket.ts'
import { eraseDrafts } from './erase-drafts.ts'
import { eraseInspections } from './erase-inspections.ts'
import { indexTickets } from './search/index-ticket.ts'
import type { Erased } from './store.ts'
import type { Tables } from './tables.ts'
import { addEvent } from './tickets.ts'
import { Refused } from './trouble.ts'

type Db = Transaction<Tables>

/** Phones that only this customer's tickets are about; a phone that somebody else brought stays theirs. */
const devicesOf = async (db: Db, ticketIds: readonly string[]): Promise<readonly string[]> => {
  if (ticketIds.length === 0) return []
  const rows = await db
    .selectFrom('tickets')
    .select('device_id')
    .where('id', 'in', ticketIds)
    .where('device_id', 'is not', null)
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('tickets as other')
            .innerJoin('customers as owner', 'owner.id', 'other.customer_id')
            .select('other.id')
            .whereRef('other.device_id', '=', 'tickets.device_id')
            .where('other.id', 'not in', ticketIds)
            // Nobody's any more: whoever brought it then is erased.
            .where('owner.name', '<>', ''),
        ),
      ),
    )
    .execute()
  return [...new Set(rows.flatMap(({ device_id }) => device_id ?? []))]
}

/** The same number was written on other tickets too; those are erased each by its own customer's id. */
const ofSameNumber = async (db: Db, customerId: string, phone: string): Promise<readonly string[]> => {
  const key = phoneNumberKey(phone)
  if (key === '') return []
  const rows = await db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select('tickets.sequence')
    .where('customers.phone_key', '=', key)
    .where('customers.id', '<>', customerId)
    .orderBy('sequence')
    .execute()
  return rows.map(({ sequence }) => ticketNumber(sequence))
}

/**
 * Forgets a person: name, number, words, the phone's serial and everything read on it that could be theirs. What was
 * found and what helped stays, of nobody. An empty name is how an erased customer is known.
 */
export const eraseCustomer = (
  db: Kysely<Tables>,
  id: string,
  at: string,
  who: string,
): Promise<Omit<Erased, 'isInLog'>> =>
  db.transaction().execute(async (transaction) => {
    const customer = await transaction
      .selectFrom('customers')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (!customer) throw new Refused(failed('customer.unknown', { id }).failure)
    const tickets = await transaction
      .selectFrom('tickets')
      .select('id')
      .where('customer_id', '=', id)
      .execute()
    const ticketIds = tickets.map((ticket) => ticket.id)
    const deviceIds = await devicesOf(transaction, ticketIds)
    const inspections = await eraseInspections(transaction, ticketIds, deviceIds)
    if (deviceIds.length > 0)
      await transaction.updateTable('devices').set({ serial: '' }).where('id', 'in', deviceIds).execute()
    for (const ticket of tickets) {
      await transaction
        .updateTable('tickets')
        .set((build) => ({ said: '', revision: build('revision', '+', 1) }))
        .where('id', '=', ticket.id)
        .execute()
      await addEvent(transaction, ticket.id, { at, who, code: 'erased', details: {} })
    }
    await eraseDrafts(transaction, customer.name, customer.phone)
    await transaction
      .updateTable('customers')
      .set({ name: '', phone: '', phone_key: '' })
      .where('id', '=', id)
      .execute()
    await indexTickets(transaction, ticketIds)
    const sameNumber = await ofSameNumber(transaction, id, customer.phone)
    return { tickets: tickets.length, devices: deviceIds.length, inspections, sameNumber }
  })
