import type { Kysely, Transaction } from 'kysely'
import {
  ticketNumber,
  type Attempt,
  type CheckResult,
  type CloseResult,
  type Consent,
  type Outcome,
  type TicketDevice,
  type TicketState,
  type Verification,
  type Wait,
  type Waiting,
} from '../core/ticket.ts'
import { eventsOf } from './events.ts'
import { intakeOfColumns } from './intake-columns.ts'
import { once } from './once.ts'
import { partsOfRead, type TicketParts } from './search/ticket-parts.ts'
import type { StoredEvent, StoredTicket } from './store.ts'
import type { Tables } from './tables.ts'
import { warrantyOf } from './warranty-columns.ts'

type Db = Kysely<Tables> | Transaction<Tables>

const rows = (db: Db) =>
  db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .leftJoin('devices', 'devices.id', 'tickets.device_id')
    .selectAll('tickets')
    .select(['customers.name as customer_name', 'customers.phone as customer_phone'])
    .select([
      'devices.serial as device_serial',
      'devices.model as device_model',
      'devices.market_name as device_name',
      'devices.imei as device_imei',
      'devices.imei2 as device_imei2',
      'devices.typed_serial as device_typed_serial',
      'devices.typed_model as device_typed_model',
    ])
    .select((build) =>
      build
        .selectFrom('tickets as first')
        .select('first.sequence')
        .whereRef('first.id', '=', 'tickets.rework_of')
        .as('first_sequence'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const rowsOfIds = once((db: Db, ids: readonly string[]) => rows(db).where('tickets.id', 'in', ids))
const rowsOfNumbers = once((db: Db, sequences: readonly number[]) =>
  rows(db).where('tickets.sequence', 'in', sequences).orderBy('tickets.sequence', 'desc'),
)
const attemptRows = once((db: Db, ticketIds: readonly string[]) =>
  db
    .selectFrom('attempts')
    .selectAll()
    .where('ticket_id', 'in', ticketIds)
    .orderBy('ticket_id')
    .orderBy('position'),
)

export const byId = (idOrNumber: string): { id: string } | { sequence: number } => {
  const number = /^t-0*(\d{1,9})$/iu.exec(idOrNumber.trim())?.[1]
  return number === undefined ? { id: idOrNumber } : { sequence: Number(number) }
}

const attemptsOf = async (db: Db, ticketIds: readonly string[]): Promise<ReadonlyMap<string, Attempt[]>> => {
  const found = await attemptRows(db, ticketIds)
  const byTicket = new Map<string, Attempt[]>()
  for (const row of found) {
    const list = byTicket.get(row.ticket_id) ?? []
    list.push({
      fix: row.fix,
      covers: JSON.parse(row.covers) as string[],
      outcome: row.outcome as Outcome,
      verified: row.verified as Verification,
      at: row.at,
      minutes: row.minutes,
      technician: row.technician,
      bundle: row.bundle,
    })
    byTicket.set(row.ticket_id, list)
  }
  return byTicket
}

export const waitingOf = (
  row: Pick<Row, 'waiting_for' | 'waiting_since' | 'waiting_until'>,
): Waiting | null =>
  row.waiting_for === null || row.waiting_since === null
    ? null
    : { for: row.waiting_for as Wait, since: row.waiting_since, until: row.waiting_until }

/** What the phone claims comes before what people wrote down, where it claims anything. */
const deviceOf = (row: Row): TicketDevice | null =>
  row.device_id === null
    ? null
    : {
        id: row.device_id,
        serial: row.device_serial || (row.device_typed_serial ?? ''),
        model: row.device_name ?? row.device_model ?? (row.device_typed_model || null),
        imeis: [row.device_imei ?? '', row.device_imei2 ?? ''].filter((imei) => imei !== ''),
        isTyped: row.device_serial === '',
      }

const toTicket = (row: Row, attempts: readonly Attempt[], events: readonly StoredEvent[]): StoredTicket => ({
  id: row.id,
  number: ticketNumber(row.sequence),
  state: row.state as TicketState,
  result: row.result as CloseResult | null,
  waiting: waitingOf(row),
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  customer: { id: row.customer_id, name: row.customer_name, phone: row.customer_phone },
  device: deviceOf(row),
  said: row.said,
  symptoms: JSON.parse(row.symptoms) as string[],
  checks: JSON.parse(row.checks) as Record<string, CheckResult>,
  consents: JSON.parse(row.consents) as Consent[],
  attempts,
  workedFix: row.worked_fix,
  workedTogether: JSON.parse(row.worked_together) as string[],
  intake: intakeOfColumns(row),
  warranty: warrantyOf(row),
  reworkOf:
    row.rework_of === null || row.first_sequence === null
      ? null
      : { id: row.rework_of, number: ticketNumber(row.first_sequence) },
  events,
  training: row.training === 1,
  revision: row.revision,
})

const rowOf = async (db: Db, idOrNumber: string): Promise<Row | undefined> => {
  const key = byId(idOrNumber)
  const [row] = 'id' in key ? await rowsOfIds(db, [key.id]) : await rowsOfNumbers(db, [key.sequence])
  return row
}

export const findTicket = async (db: Db, idOrNumber: string): Promise<StoredTicket | null> => {
  const row = await rowOf(db, idOrNumber)
  if (!row) return null
  const attempts = await attemptsOf(db, [row.id])
  return toTicket(row, attempts.get(row.id) ?? [], await eventsOf(db, row.id))
}

/** A ticket with what it is to be found by, read once for both. A new one has no attempts. */
export const findToIndex = async (
  db: Db,
  id: string,
  isNew: boolean,
): Promise<{ readonly ticket: StoredTicket; readonly parts: TicketParts } | null> => {
  const row = await rowOf(db, id)
  if (!row) return null
  const attempts = isNew ? [] : ((await attemptsOf(db, [id])).get(id) ?? [])
  const events = await eventsOf(db, id)
  const found = {
    ...row,
    name: row.customer_name,
    phone: row.customer_phone,
    serial: row.device_serial,
    model: row.device_model,
    market_name: row.device_name,
    imei: row.device_imei,
    imei2: row.device_imei2,
    typed_serial: row.device_typed_serial,
    typed_model: row.device_typed_model,
  }
  const parts = await partsOfRead(db, found, { fixes: attempts.map(({ fix }) => fix), events })
  return { ticket: toTicket(row, attempts, events), parts }
}

/** So many of one customer or phone are listed, the newest first. */
const MOST = 200

/** Whole tickets but for their events. */
export const ticketsWhere = async (
  db: Db,
  of: { readonly customerIds: readonly string[] } | { readonly deviceIds: readonly string[] },
): Promise<readonly StoredTicket[]> => {
  const page = await (
    'customerIds' in of
      ? rows(db).where('tickets.customer_id', 'in', of.customerIds)
      : rows(db).where('tickets.device_id', 'in', of.deviceIds)
  )
    .orderBy('tickets.sequence', 'desc')
    .limit(MOST)
    .execute()
  return withAttempts(db, page)
}

const withAttempts = async (db: Db, page: readonly Row[]): Promise<readonly StoredTicket[]> => {
  if (page.length === 0) return []
  const attempts = await attemptsOf(
    db,
    page.map((row) => row.id),
  )
  return page.map((row) => toTicket(row, attempts.get(row.id) ?? [], []))
}

/** Those of these numbers, the newest first. */
export const ticketsBySequence = async (
  db: Db,
  sequences: readonly number[],
): Promise<readonly StoredTicket[]> => {
  if (sequences.length === 0) return []
  return withAttempts(db, await rowsOfNumbers(db, sequences))
}
