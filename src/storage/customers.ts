import { sql, type Kysely, type Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import { phoneNumberKey } from '../core/phone-number.ts'
import type { Customer } from '../core/ticket.ts'
import { addEvent } from './events.ts'
import { indexTickets, indexTicketsOf } from './search/index-ticket.ts'
import type { CustomerRecord, StoredTicket, TicketEvent } from './store.ts'
import type { Tables } from './tables.ts'
import { ticketsWhere } from './ticket-rows.ts'
import { Refused } from './trouble.ts'

/** Whom a customer turned out to be, or the customer themselves; undefined when there is none, or nobody any more. */
export const livingCustomer = async (
  db: Kysely<Tables>,
  id: string,
): Promise<(Customer & { readonly created_at: string }) | undefined> => {
  const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()
  if (row?.merged_into) return livingCustomer(db, row.merged_into)
  return row && row.name !== '' ? row : undefined
}

/** Puts a customer's name and number right, and says so on their other tickets too. */
export const correctCustomer = async (
  db: Transaction<Tables>,
  ticket: Pick<StoredTicket, 'id'> & { readonly customer: { readonly id: string } },
  { name, phone }: { readonly name: string; readonly phone: string },
  event: TicketEvent,
): Promise<void> => {
  await db
    .updateTable('customers')
    .set((build) => ({ name, phone, phone_key: phoneNumberKey(phone), revision: build('revision', '+', 1) }))
    .where('id', '=', ticket.customer.id)
    .execute()
  const rows = await db
    .updateTable('tickets')
    .set((build) => ({ revision: build('revision', '+', 1) }))
    .where('customer_id', '=', ticket.customer.id)
    .where('id', '<>', ticket.id)
    .returning('id')
    .execute()
  const others = rows.map(({ id }) => id)
  for (const id of others) await addEvent(db, id, event)
  await indexTickets(db, others)
}

const named = ({ id, name, phone }: Customer): Customer => ({ id, name, phone })

export const customerRecord = async (db: Kysely<Tables>, id: string): Promise<CustomerRecord | null> => {
  const customer = await livingCustomer(db, id)
  if (!customer) return null
  const before = await db
    .selectFrom('customers')
    .select(['id', 'name', 'phone'])
    .where('merged_into', '=', customer.id)
    .orderBy('created_at')
    .execute()
  const key = phoneNumberKey(customer.phone)
  const alike =
    key === ''
      ? []
      : await db
          .selectFrom('customers')
          .innerJoin('tickets', 'tickets.customer_id', 'customers.id')
          .select(['customers.id', 'name', 'phone', sql<number | string>`count(*)`.as('tickets')])
          .where('phone_key', '=', key)
          .where('customers.id', '<>', customer.id)
          .where('merged_into', 'is', null)
          .groupBy(['customers.id', 'name', 'phone', 'customers.created_at'])
          .orderBy('customers.created_at')
          .limit(20)
          .execute()
  return {
    customer: named(customer),
    before: before.map(named),
    tickets: await ticketsWhere(db, { customerIds: [customer.id, ...before.map((one) => one.id)] }),
    alike: alike.map((other) => ({ ...named(other), tickets: Number(other.tickets) })),
  }
}

/** The name and number of the one stay; those of the other are told by each ticket that moves. */
export const mergeCustomers = (
  db: Kysely<Tables>,
  { into, from, at, who }: { into: string; from: string; at: string; who: string },
): Promise<null> =>
  db.transaction().execute(async (transaction) => {
    // A write first: from here on no other counter can change either of them.
    await transaction
      .updateTable('customers')
      .set((build) => ({ revision: build('revision', '+', 1) }))
      .where('id', 'in', [into, from])
      .execute()
    const [one, other] = [await livingCustomer(transaction, into), await livingCustomer(transaction, from)]
    if (!one) throw new Refused(failed('customer.unknown', { id: into }).failure)
    if (!other) throw new Refused(failed('customer.unknown', { id: from }).failure)
    if (one.id === other.id) throw new Refused(failed('customer.same', { name: one.name }).failure)
    await transaction
      .updateTable('customers')
      .set({ merged_into: one.id })
      .where((build) => build.or([build('id', '=', other.id), build('merged_into', '=', other.id)]))
      .execute()
    const rows = await transaction
      .updateTable('tickets')
      .set((build) => ({ customer_id: one.id, revision: build('revision', '+', 1) }))
      .where('customer_id', '=', other.id)
      .returning('id')
      .execute()
    const words = { from: other.name, fromPhone: other.phone, to: one.name }
    const moved = rows.map(({ id }) => id)
    for (const id of moved) await addEvent(transaction, id, { at, who, code: 'merged', details: {}, words })
    await indexTicketsOf(transaction, { customerId: one.id })
    return null
  })
