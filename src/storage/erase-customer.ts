import { sql, type Kysely, type Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import { ticketNumber } from '../core/ticket.ts'
import { digitsOf, searchText } from './search-text.ts'
import type { Erased } from './store.ts'
import type { Tables } from './tables.ts'
import { addEvent } from './tickets.ts'
import { Refused } from './trouble.ts'

/** What the shop learns from and nobody is known by; every other reading goes with its person. */
const KEPT_READINGS = [
  'phone.brand',
  'phone.model',
  'phone.marketName',
  'phone.codename',
  'phone.isXiaomi',
  'os.family',
  'os.version',
  'os.build',
  'os.official',
  'os.buildRegion',
  'android.release',
  'android.sdk',
  'android.securityPatch',
  'boot.locked',
  'boot.verifiedState',
  'clock.offset',
  'clock.automatic',
  'network.airplane',
  'network.transport',
  'network.validated',
  'network.captivePortal',
  'network.vpn',
] as const

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
            .select('other.id')
            .whereRef('other.device_id', '=', 'tickets.device_id')
            .where('other.id', 'not in', ticketIds),
        ),
      ),
    )
    .execute()
  return [...new Set(rows.flatMap(({ device_id }) => device_id ?? []))]
}

const eraseInspections = async (
  db: Db,
  ticketIds: readonly string[],
  deviceIds: readonly string[],
): Promise<number> => {
  const rows = await db
    .selectFrom('inspections')
    .select(['id', 'phone'])
    .where((build) =>
      build.or([
        ...(ticketIds.length > 0 ? [build('ticket_id', 'in', ticketIds)] : []),
        ...(deviceIds.length > 0 ? [build('device_id', 'in', deviceIds)] : []),
        sql<boolean>`1 = 0`,
      ]),
    )
    .execute()
  for (const { id, phone } of rows) {
    const claims: unknown = JSON.parse(phone)
    const erased = { ...(typeof claims === 'object' && claims), serial: '' }
    await db
      .updateTable('inspections')
      .set({ phone: JSON.stringify(erased) })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('inspection_sections').where('inspection_id', '=', id).execute()
    await db
      .deleteFrom('readings')
      .where('inspection_id', '=', id)
      .where('reading', 'not in', KEPT_READINGS)
      .where('reading', 'not like', 'package.%')
      .execute()
  }
  return rows.length
}

/** A form that is being written about the same person. */
const eraseDrafts = async (db: Db, name: string, phone: string): Promise<void> => {
  const said = [name.trim(), digitsOf(phone)].filter((part) => part !== '')
  const drafts = await db.selectFrom('drafts').selectAll().execute()
  for (const draft of drafts)
    if (said.some((part) => draft.body.includes(part) || digitsOf(draft.body).includes(part)))
      await db.deleteFrom('drafts').where('name', '=', draft.name).execute()
}

/**
 * Forgets a person: name, number, words, the phone's serial and everything read on it that could be theirs. What was
 * found and what helped stays, of nobody. An empty name is how an erased customer is known.
 */
export const eraseCustomer = (db: Kysely<Tables>, id: string, at: string, who: string): Promise<Erased> =>
  db.transaction().execute(async (transaction) => {
    const customer = await transaction
      .selectFrom('customers')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (!customer) throw new Refused(failed('customer.unknown', { id }).failure)
    const tickets = await transaction
      .selectFrom('tickets')
      .leftJoin('devices', 'devices.id', 'tickets.device_id')
      .select(['tickets.id', 'tickets.sequence', 'devices.model', 'devices.market_name'])
      .where('customer_id', '=', id)
      .execute()
    const ticketIds = tickets.map((ticket) => ticket.id)
    const deviceIds = await devicesOf(transaction, ticketIds)
    const inspections = await eraseInspections(transaction, ticketIds, deviceIds)
    if (deviceIds.length > 0)
      await transaction.updateTable('devices').set({ serial: '' }).where('id', 'in', deviceIds).execute()
    for (const ticket of tickets) {
      const found = searchText([ticketNumber(ticket.sequence), ticket.model, ticket.market_name])
      await transaction
        .updateTable('tickets')
        .set((build) => ({ said: '', search_text: found, revision: build('revision', '+', 1) }))
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
    return { tickets: tickets.length, devices: deviceIds.length, inspections }
  })
