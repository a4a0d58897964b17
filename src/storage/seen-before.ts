import type { Kysely } from 'kysely'
import { phoneNumberKey } from '../core/phone-number.ts'
import { ticketNumber, type CloseResult, type SeenBefore, type TicketState } from '../core/ticket.ts'
import type { Sighting } from './store.ts'
import type { Tables } from './tables.ts'

/** So many are told; somebody who comes more often is known to everybody. */
const MOST = 5

/** Earlier tickets of the same phone, or of a customer with the same number, the newest first. */
export const seenBefore = async (
  db: Kysely<Tables>,
  { deviceId, phoneNumber }: Sighting,
): Promise<readonly SeenBefore[]> => {
  const key = phoneNumber === undefined ? '' : phoneNumberKey(phoneNumber)
  if (deviceId === undefined && key === '') return []
  const rows = await db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select(['tickets.id', 'sequence', 'state', 'result', 'worked_fix', 'opened_at', 'device_id'])
    .where('training', '=', 0)
    .where((build) =>
      build.or([
        ...(deviceId === undefined ? [] : [build('tickets.device_id', '=', deviceId)]),
        ...(key === '' ? [] : [build('customers.phone_key', '=', key)]),
      ]),
    )
    .orderBy('sequence', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    ticketId: row.id,
    number: ticketNumber(row.sequence),
    openedAt: row.opened_at,
    state: row.state as TicketState,
    result: row.result as CloseResult | null,
    workedFix: row.worked_fix,
    by: deviceId !== undefined && row.device_id === deviceId ? 'phone' : 'number',
  }))
}
