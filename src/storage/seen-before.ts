import type { Kysely } from 'kysely'
import { phoneNumberKey } from '../core/phone-number.ts'
import { ticketNumber, type CloseResult, type SeenBefore, type TicketState } from '../core/ticket.ts'
import { devicesOfImeis, samePhones } from './same-phones.ts'
import type { Sighting } from './store.ts'
import type { Tables } from './tables.ts'
import { warrantyOf } from './warranty-columns.ts'

/** So many are told; somebody who comes more often is known to everybody. */
const MOST = 5

/** Whoever has that number, also where it was written on a customer who turned out to be another one. */
const customersOfNumber = async (db: Kysely<Tables>, key: string): Promise<readonly string[]> => {
  if (key === '') return []
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'merged_into'])
    .where('phone_key', '=', key)
    .execute()
  return rows.map(({ id, merged_into }) => merged_into ?? id)
}

/** What was thought to be the cause when the ticket was last advised on. */
const causesOf = async (
  db: Kysely<Tables>,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ticketIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('advice')
    .select(['ticket_id', 'body'])
    .where('ticket_id', 'in', ticketIds)
    .orderBy('id')
    .execute()
  const causes = new Map<string, string>()
  for (const { ticket_id, body } of rows) {
    const [first] = (JSON.parse(body) as { causes?: readonly { id: string }[] }).causes ?? []
    if (first) causes.set(ticket_id, first.id)
  }
  return causes
}

/** Earlier tickets of the same phone, or of a customer with the same number, the newest first. */
export const seenBefore = async (
  db: Kysely<Tables>,
  { deviceId, phoneNumber, imeis = [] }: Sighting,
): Promise<readonly SeenBefore[]> => {
  const byDevice = deviceId === undefined ? [] : await samePhones(db, deviceId)
  const byImei = await devicesOfImeis(db, imeis)
  const byNumber = await customersOfNumber(db, phoneNumber === undefined ? '' : phoneNumberKey(phoneNumber))
  const devices = [...byDevice, ...byImei]
  if (devices.length + byNumber.length === 0) return []
  const rows = await db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select(['tickets.id', 'sequence', 'state', 'result', 'opened_at', 'device_id'])
    .select([
      'worked_fix',
      'worked_together',
      'warranty_days',
      'warranty_until',
      'customer_id',
      'name',
      'phone',
    ])
    .where('training', '=', 0)
    .where((build) =>
      build.or([
        ...(devices.length === 0 ? [] : [build('tickets.device_id', 'in', devices)]),
        ...(byNumber.length === 0 ? [] : [build('tickets.customer_id', 'in', byNumber)]),
      ]),
    )
    .orderBy('sequence', 'desc')
    .limit(MOST)
    .execute()
  const causes = await causesOf(
    db,
    rows.map(({ id }) => id),
  )
  const how = (device: string | null): SeenBefore['by'] => {
    if (device !== null && byDevice.includes(device)) return 'phone'
    return device !== null && byImei.includes(device) ? 'imei' : 'number'
  }
  return rows.map((row) => ({
    ticketId: row.id,
    number: ticketNumber(row.sequence),
    openedAt: row.opened_at,
    state: row.state as TicketState,
    result: row.result as CloseResult | null,
    workedFix: row.worked_fix,
    workedTogether: JSON.parse(row.worked_together) as string[],
    cause: causes.get(row.id) ?? null,
    warranty: warrantyOf(row),
    // Nobody's any more, once erased.
    customer: row.name === '' ? null : { id: row.customer_id, name: row.name, phone: row.phone },
    by: how(row.device_id),
  }))
}
