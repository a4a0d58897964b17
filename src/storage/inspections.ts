import { sql, type Insertable, type Kysely, type Transaction } from 'kysely'
import type { ListedPhone, StopReason } from '../core/phone.ts'
import type { Reading } from '../core/reading.ts'
import { newId } from './ids.ts'
import { once } from './once.ts'
import { indexTicket, indexTicketsOf } from './search/index-ticket.ts'
import { takeOver } from './same-phones.ts'
import type { NewInspection, OwnDevice, Store, StoredInspection, StoredReading } from './store.ts'
import type { Tables } from './tables.ts'

const addInspection = once((db: Kysely<Tables>, row: Insertable<Tables['inspections']>) =>
  db.insertInto('inspections').values(row),
)
const addSections = once((db: Kysely<Tables>, rows: readonly Insertable<Tables['inspection_sections']>[]) =>
  db
    .insertInto('inspection_sections')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['inspection_id', 'section']).doNothing()),
)
const addReadings = once((db: Kysely<Tables>, rows: readonly Insertable<Tables['readings']>[]) =>
  db
    .insertInto('readings')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['inspection_id', 'reading']).doNothing()),
)
const sectionsOf = once((db: Kysely<Tables>, inspectionId: string) =>
  db.selectFrom('inspection_sections').selectAll().where('inspection_id', '=', inspectionId),
)
const readingsOf = once((db: Kysely<Tables>, inspectionId: string) =>
  db.selectFrom('readings').selectAll().where('inspection_id', '=', inspectionId),
)

export const insertInspection = async (db: Kysely<Tables>, inspection: NewInspection): Promise<null> => {
  await addInspection(db, {
    id: inspection.id,
    device_id: null,
    ticket_id: null,
    phone: JSON.stringify(inspection.phone),
    started_at: inspection.startedAt,
    took_ms: null,
    round_trips: null,
    stopped: null,
    app_version: inspection.appVersion,
  })
  return null
}

/** What is there already stays as it came first. */
export const insertReadings = async (
  db: Kysely<Tables>,
  ...[inspectionId, sections, readings]: Parameters<Store['addReadings']>
): Promise<null> => {
  if (sections.length > 0) {
    const rows = sections.map((section) => ({
      inspection_id: inspectionId,
      section: section.id,
      command: section.command,
      text: section.text,
      exit_code: section.exitCode,
      complete: section.complete ? 1 : 0,
      sent_at: section.sentAt,
      received_at: section.receivedAt,
    }))
    await addSections(db, rows)
  }
  if (readings.length > 0) {
    const rows = readings.map((entry) => ({
      inspection_id: inspectionId,
      reading: entry.id,
      body: JSON.stringify(entry.reading),
      sections: JSON.stringify(entry.sections),
      at: entry.at,
    }))
    await addReadings(db, rows)
  }
  return null
}

/**
 * In a transaction: the device of a serial, made if it is new, and the inspection tied to it; tied also to the device's open ticket,
 * so that a phone that is plugged in again goes on where it was.
 */
export const tieToDevice = async (
  transaction: Transaction<Tables>,
  ...[inspectionId, device, own = UNKNOWN]: Parameters<Store['nameDevice']>
): Promise<string> => {
  // A write first: a transaction that has only read cannot wait for another counter's write, it fails at once.
  const inspection = await transaction
    .updateTable('inspections')
    .set({ device_id: null })
    .where('id', '=', inspectionId)
    .returning('ticket_id')
    .executeTakeFirst()
  const same = own.bySerial ? await devicesOf(transaction, device) : []
  // Of no device yet, or of one: the serial tells. Of several it tells nothing.
  const tells = own.bySerial && same.length < 2
  const known = tells ? (same[0] ?? null) : own.deviceId
  const id = known ?? newId()
  const names = { model: device.model, market_name: device.marketName }
  // A reading that was cut short takes no name away.
  const told = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== null))
  if (known !== null && Object.keys(told).length > 0) {
    const { numUpdatedRows } = await transaction
      .updateTable('devices')
      .set(told)
      .where('id', '=', id)
      .where((build) =>
        build.or([
          ...(device.model === null ? [] : [build('model', 'is distinct from', device.model)]),
          ...(device.marketName === null
            ? []
            : [build('market_name', 'is distinct from', device.marketName)]),
        ]),
      )
      .executeTakeFirstOrThrow()
    if (numUpdatedRows > 0n) await indexTicketsOf(transaction, { deviceId: id })
  }
  if (known === null) {
    await transaction
      .insertInto('devices')
      .values({
        id,
        serial: device.serial,
        ...names,
        training: device.training ? 1 : 0,
        created_at: new Date().toISOString(),
      })
      .execute()
  }
  const ownTicket = inspection?.ticket_id ?? null
  // The ticket was opened before the phone had said its serial.
  if (ownTicket !== null) {
    await giveDevice(transaction, ownTicket, { id, training: device.training })
    await indexTicket(transaction, ownTicket)
  }
  await transaction
    .updateTable('inspections')
    .set({
      device_id: id,
      ticket_id: ownTicket ?? (tells ? null : own.ticketId) ?? (await newestOpenTicket(transaction, id)),
    })
    .where('id', '=', inspectionId)
    .execute()
  return id
}

const UNKNOWN: OwnDevice = { deviceId: null, ticketId: null, bySerial: true }

/** The devices that have said a serial, two at most. */
const devicesOf = async (
  db: Kysely<Tables>,
  { serial, training }: Parameters<Store['nameDevice']>[1],
): Promise<readonly string[]> => {
  const found = await db
    .selectFrom('devices')
    .select('id')
    .where('serial', '=', serial)
    .where('training', '=', training ? 1 : 0)
    .limit(2)
    .execute()
  return found.map(({ id }) => id)
}

const giveDevice = async (
  db: Transaction<Tables>,
  ticketId: string,
  device: { readonly id: string; readonly training: boolean },
): Promise<void> => {
  // What was only written down so far is the same phone.
  const written = await takeOver(db, ticketId, device.id)
  await db
    .updateTable('tickets')
    .set({
      device_id: device.id,
      training: device.training ? 1 : 0,
    })
    .where('id', '=', ticketId)
    .where((build) =>
      build.or([
        build('device_id', 'is', null),
        ...(written === null ? [] : [build('device_id', '=', written)]),
      ]),
    )
    .execute()
}

/** Gives an inspection to a ticket that was opened without its phone; the phone becomes the ticket's. Not indexed yet. */
export const tieToTicket = async (
  db: Transaction<Tables>,
  ticketId: string,
  inspectionId: string,
): Promise<void> => {
  const device = await db
    .updateTable('inspections')
    .set({ ticket_id: ticketId })
    .where('inspections.id', '=', inspectionId)
    .returning('device_id')
    .executeTakeFirst()
  if (!device?.device_id) return
  const found = await db
    .selectFrom('devices')
    .select(['id', 'training'])
    .where('id', '=', device.device_id)
    .executeTakeFirstOrThrow()
  await giveDevice(db, ticketId, { id: found.id, training: found.training === 1 })
}

export const newestOpenTicket = async (db: Kysely<Tables>, deviceId: string): Promise<string | null> => {
  const row = await db
    .selectFrom('tickets')
    .select('id')
    .where('device_id', '=', deviceId)
    .where('state', '<>', 'closed')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export const finishInspection = async (
  db: Kysely<Tables>,
  ...[inspectionId, end]: Parameters<Store['endInspection']>
): Promise<null> => {
  await db
    .updateTable('inspections')
    .set({ took_ms: end.tookMs, round_trips: end.roundTrips, stopped: end.stopped })
    .where('id', '=', inspectionId)
    .execute()
  return null
}

export const findInspection = async (
  db: Kysely<Tables>,
  by:
    | { readonly id: string }
    | {
        readonly ticketId: string
        readonly which: 'first' | 'latest' | 'latest ended'
        readonly notAfter?: string | undefined
      },
): Promise<StoredInspection | null> => {
  const query = db.selectFrom('inspections').selectAll()
  const row = await (
    'id' in by
      ? query.where('id', '=', by.id)
      : query
          .where('ticket_id', '=', by.ticketId)
          .$if(by.which !== 'latest', (all) => all.where('took_ms', 'is not', null))
          .$if(by.notAfter !== undefined, (all) => all.where('started_at', '<=', by.notAfter ?? ''))
          .$if(by.which === 'first', (all) => all.orderBy(sql`stopped is not null`))
          .orderBy('started_at', by.which === 'first' ? 'asc' : 'desc')
          .orderBy('id', by.which === 'first' ? 'asc' : 'desc')
          .limit(1)
  ).executeTakeFirst()
  if (!row) return null
  const sections = await sectionsOf(db, row.id)
  const readings = await readingsOf(db, row.id)
  return {
    id: row.id,
    deviceId: row.device_id,
    ticketId: row.ticket_id,
    phone: JSON.parse(row.phone) as ListedPhone,
    startedAt: row.started_at,
    tookMs: row.took_ms,
    roundTrips: row.round_trips,
    stopped: row.stopped as StopReason | null,
    sections: sections.map((section) => ({
      id: section.section,
      command: section.command,
      text: section.text,
      exitCode: section.exit_code,
      complete: section.complete === 1,
      sentAt: section.sent_at,
      receivedAt: section.received_at,
    })),
    readings: readings.map((entry): StoredReading => ({
      id: entry.reading,
      reading: JSON.parse(entry.body) as Reading<unknown>,
      sections: JSON.parse(entry.sections) as string[],
      at: entry.at,
    })),
  }
}
