import type { Kysely, Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import type { TypedDevice } from '../core/ticket.ts'
import { addEvent } from './events.ts'
import { newId } from './ids.ts'
import { devicesOfImeis, samePhones } from './same-phones.ts'
import { indexTickets } from './search/index-ticket.ts'
import type { DeviceRecord, TicketEvent } from './store.ts'
import type { Tables } from './tables.ts'
import { ticketsWhere } from './ticket-rows.ts'
import { Refused } from './trouble.ts'

type Columns = {
  imei: string
  imei2: string
  typed_serial: string
  typed_model: string
}

const columnsOf = ({ imei, imei2, serial, model }: TypedDevice): Columns => ({
  imei,
  imei2,
  typed_serial: serial,
  typed_model: model,
})

const isNothing = (typed: TypedDevice): boolean => Object.values(typed).every((text) => text === '')

/**
 * The device of a new ticket, with what was written down of it: the one that was read, else the one that was here with
 * that IMEI, else a new one; none where nothing is known.
 */
export const deviceOfIntake = async (
  db: Transaction<Tables>,
  readId: string | null,
  typed: TypedDevice | undefined,
  at: string,
): Promise<string | null> => {
  if (typed === undefined || isNothing(typed)) return readId
  const [known] = readId === null ? await devicesOfImeis(db, [typed.imei, typed.imei2]) : [readId]
  const columns = columnsOf(typed)
  if (known !== undefined) {
    const told = Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== ''))
    await db.updateTable('devices').set(told).where('id', '=', known).execute()
    return known
  }
  const id = newId()
  await db
    .insertInto('devices')
    .values({ id, serial: '', model: null, market_name: null, training: 0, created_at: at, ...columns })
    .execute()
  return id
}

/** So many of its readings are listed, the newest first. */
const MOST_READINGS = 100

export const deviceRecord = async (db: Kysely<Tables>, id: string): Promise<DeviceRecord | null> => {
  const row = await db.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const all = await samePhones(db, id)
  const readings = await db
    .selectFrom('inspections')
    .select(['id', 'ticket_id', 'started_at', 'took_ms', 'stopped'])
    .where('device_id', 'in', all)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_READINGS)
    .execute()
  return {
    id,
    serial: row.serial,
    model: row.market_name ?? row.model,
    typed: { imei: row.imei, imei2: row.imei2, serial: row.typed_serial, model: row.typed_model },
    training: row.training === 1,
    tickets: await ticketsWhere(db, { deviceIds: all }),
    readings: readings.map((each) => ({
      id: each.id,
      ticketId: each.ticket_id,
      at: each.started_at,
      isWhole: each.took_ms !== null && each.stopped === null,
    })),
  }
}

const FIELDS = ['imei', 'imei2', 'serial', 'model'] as const

/** What changed is told by each ticket of the phone; its numbers are its owner's, and go with them. */
export const describeDevice = (
  db: Kysely<Tables>,
  id: string,
  typed: TypedDevice,
  about: Pick<TicketEvent, 'at' | 'who'>,
): Promise<null> =>
  db.transaction().execute(async (transaction) => {
    const before = await transaction
      .updateTable('devices')
      .set((build) => ({ serial: build.ref('serial') }))
      .where('id', '=', id)
      .returning(['imei', 'imei2', 'typed_serial as serial', 'typed_model as model'])
      .executeTakeFirst()
    if (!before) throw new Refused(failed('device.unknown', { id }).failure)
    const changed = FIELDS.filter((field) => before[field] !== typed[field])
    if (changed.length === 0) return null
    await transaction.updateTable('devices').set(columnsOf(typed)).where('id', '=', id).execute()
    const rows = await transaction
      .updateTable('tickets')
      .set((build) => ({ revision: build('revision', '+', 1) }))
      .where('device_id', '=', id)
      .returning('id')
      .execute()
    const words = Object.fromEntries(
      changed.flatMap((field) => [
        [`${field}From`, before[field]],
        [`${field}To`, typed[field]],
      ]),
    )
    const ids = rows.map((row) => row.id)
    for (const ticketId of ids)
      await addEvent(transaction, ticketId, {
        ...about,
        code: 'device',
        details: { fields: changed.join(' ') },
        words,
      })
    await indexTickets(transaction, ids)
    return null
  })
