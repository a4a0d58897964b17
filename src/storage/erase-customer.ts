import type { Kysely, Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import { phoneNumberKey } from '../core/phone-number.ts'
import { ticketNumber } from '../core/ticket.ts'
import { eraseDrafts } from './erase-drafts.ts'
import { eraseTyping } from './erase-typing.ts'
import { eraseInspections } from './erase-inspections.ts'
import { eraseWords } from './event-words.ts'
import { indexTickets, indexTicketsOf } from './search/index-ticket.ts'
import type { Erased } from './store.ts'
import type { Tables } from './tables.ts'
import { addEvent } from './events.ts'
import { Refused } from './trouble.ts'

type Db = Transaction<Tables>

/** The columns that are somebody's, as they are once they are nobody's. */
export const NOBODYS = {
  customers: { name: '', phone: '', phone_key: '' },
  devices: { serial: '', imei: '', imei2: '', typed_serial: '', typed_model: '' },
  tickets: { said: '', condition_note: '', left_note: '' },
} as const

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

/** The customer that one turned out to be, first, and all who turned out to be them. */
const samePerson = async (
  db: Kysely<Tables>,
  id: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly phone: string }[]> => {
  const people = db.selectFrom('customers').select(['id', 'name', 'phone', 'merged_into'])
  const one = await people.where('id', '=', id).executeTakeFirst()
  if (one?.merged_into) return samePerson(db, one.merged_into)
  return one ? [one, ...(await people.where('merged_into', '=', one.id).execute())] : []
}

/** All ids that a person has; a copy may still know each of them as somebody of their own. */
export const idsOfPerson = async (db: Kysely<Tables>, id: string): Promise<readonly string[]> =>
  (await samePerson(db, id)).map((one) => one.id)

/** The same number was written on other tickets too; those are erased each by its own customer's id. */
const ofSameNumber = async (
  db: Db,
  people: readonly { readonly id: string; readonly phone: string }[],
): Promise<readonly string[]> => {
  const keys = people.map(({ phone }) => phoneNumberKey(phone)).filter((key) => key !== '')
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select('tickets.sequence')
    .where('customers.phone_key', 'in', keys)
    .where(
      'customers.id',
      'not in',
      people.map(({ id }) => id),
    )
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
  named: string,
  at: string,
  who: string,
  why?: 'age',
): Promise<Omit<Erased, 'isInLog'>> =>
  db.transaction().execute(async (transaction) => {
    const people = await samePerson(transaction, named)
    if (people.length === 0) throw new Refused(failed('customer.unknown', { id: named }).failure)
    const personIds = people.map((one) => one.id)
    const tickets = await transaction
      .selectFrom('tickets')
      .select('id')
      .where('customer_id', 'in', personIds)
      .execute()
    const ticketIds = tickets.map((ticket) => ticket.id)
    const deviceIds = await devicesOf(transaction, ticketIds)
    const inspections = await eraseInspections(transaction, ticketIds, deviceIds)
    if (deviceIds.length > 0)
      await transaction.updateTable('devices').set(NOBODYS.devices).where('id', 'in', deviceIds).execute()
    for (const ticket of tickets) {
      await transaction
        .updateTable('tickets')
        .set((build) => ({ ...NOBODYS.tickets, revision: build('revision', '+', 1) }))
        .where('id', '=', ticket.id)
        .execute()
      await addEvent(transaction, ticket.id, {
        at,
        who,
        code: 'erased',
        details: why === undefined ? {} : { why },
      })
    }
    await eraseWords(transaction, ticketIds)
    for (const { name, phone } of people) await eraseDrafts(transaction, name, phone)
    await eraseTyping(transaction, [...ticketIds, ...deviceIds])
    await transaction.updateTable('customers').set(NOBODYS.customers).where('id', 'in', personIds).execute()
    await indexTickets(transaction, ticketIds)
    // Tickets of those who were erased before, and had brought the same phone.
    for (const deviceId of deviceIds) await indexTicketsOf(transaction, { deviceId })
    const sameNumber = await ofSameNumber(transaction, people)
    return { tickets: tickets.length, ticketIds, devices: deviceIds.length, inspections, sameNumber }
  })
