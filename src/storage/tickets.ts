import { sql, type Kysely, type Transaction } from 'kysely'
import type { Answer } from '../core/failure.ts'
import { failed } from '../core/failure.ts'
import { phoneNumberKey } from '../core/phone-number.ts'
import {
  ticketNumber,
  type Attempt,
  type CheckResult,
  type CloseResult,
  type Consent,
  type Outcome,
  type TicketState,
  type Verification,
  type Wait,
  type Waiting,
} from '../core/ticket.ts'
import { closeLink, eventHash, nextLink } from './event-chain.ts'
import { newId } from './ids.ts'
import { tieToTicket } from './inspections.ts'
import { indexTicket } from './search/index-ticket.ts'
import type { NewTicket, StoredTicket, TicketChange, TicketEvent } from './store.ts'
import type { Tables } from './tables.ts'
import { Refused } from './trouble.ts'

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
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const byId = (idOrNumber: string): { id: string } | { sequence: number } => {
  const number = /^t-0*(\d{1,9})$/iu.exec(idOrNumber.trim())?.[1]
  return number === undefined ? { id: idOrNumber } : { sequence: Number(number) }
}

const attemptsOf = async (db: Db, ticketIds: readonly string[]): Promise<ReadonlyMap<string, Attempt[]>> => {
  const found = await db
    .selectFrom('attempts')
    .selectAll()
    .where('ticket_id', 'in', ticketIds)
    .orderBy('ticket_id')
    .orderBy('position')
    .execute()
  const byTicket = new Map<string, Attempt[]>()
  for (const row of found) {
    const list = byTicket.get(row.ticket_id) ?? []
    list.push({
      fix: row.fix,
      covers: JSON.parse(row.covers) as string[],
      outcome: row.outcome as Outcome,
      verified: row.verified as Verification,
      at: row.at,
    })
    byTicket.set(row.ticket_id, list)
  }
  return byTicket
}

const eventsOf = async (db: Db, ticketId: string): Promise<readonly TicketEvent[]> => {
  const found = await db
    .selectFrom('events')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('position')
    .execute()
  return found.map((row) => ({
    at: row.at,
    who: row.who,
    code: row.code as TicketEvent['code'],
    details: JSON.parse(row.details) as TicketEvent['details'],
  }))
}

export const waitingOf = (
  row: Pick<Row, 'waiting_for' | 'waiting_since' | 'waiting_until'>,
): Waiting | null =>
  row.waiting_for === null || row.waiting_since === null
    ? null
    : { for: row.waiting_for as Wait, since: row.waiting_since, until: row.waiting_until }

const toTicket = (row: Row, attempts: readonly Attempt[], events: readonly TicketEvent[]): StoredTicket => ({
  id: row.id,
  number: ticketNumber(row.sequence),
  state: row.state as TicketState,
  result: row.result as CloseResult | null,
  waiting: waitingOf(row),
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  customer: { id: row.customer_id, name: row.customer_name, phone: row.customer_phone },
  device:
    row.device_id === null
      ? null
      : { id: row.device_id, serial: row.device_serial ?? '', model: row.device_name ?? row.device_model },
  said: row.said,
  symptoms: JSON.parse(row.symptoms) as string[],
  checks: JSON.parse(row.checks) as Record<string, CheckResult>,
  consents: JSON.parse(row.consents) as Consent[],
  attempts,
  workedFix: row.worked_fix,
  events,
  training: row.training === 1,
  revision: row.revision,
})

export const findTicket = async (db: Db, idOrNumber: string): Promise<StoredTicket | null> => {
  const key = byId(idOrNumber)
  const query = rows(db)
  const row = await (
    'id' in key ? query.where('tickets.id', '=', key.id) : query.where('tickets.sequence', '=', key.sequence)
  ).executeTakeFirst()
  if (!row) return null
  const attempts = await attemptsOf(db, [row.id])
  return toTicket(row, attempts.get(row.id) ?? [], await eventsOf(db, row.id))
}

export const addEvent = async (db: Db, ticketId: string, event: TicketEvent): Promise<void> => {
  const last = await db
    .selectFrom('events')
    .select((build) => build.fn.max('position').as('position'))
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  const row = {
    id: newId(),
    ticket_id: ticketId,
    position: (last?.position ?? 0) + 1,
    at: event.at,
    who: event.who,
    code: event.code,
    details: JSON.stringify(event.details),
  }
  const { link, before } = await nextLink(db)
  const hash = eventHash(before, row)
  await db
    .insertInto('events')
    .values({ ...row, link, hash })
    .execute()
  await closeLink(db, hash)
}

/** The next ticket number. The first statement of its transaction, so that two counters take turns from here on. */
const nextNumber = async (db: Db): Promise<number> => {
  const row = await db
    .insertInto('counters')
    .values({ name: 'ticket', value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counters.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

export const insertTicket = (db: Kysely<Tables>, ticket: NewTicket): Promise<StoredTicket> =>
  db.transaction().execute(async (transaction) => {
    const sequence = await nextNumber(transaction)
    const customerId = newId()
    const id = newId()
    const inspection =
      ticket.inspectionId === null
        ? undefined
        : await transaction
            .selectFrom('inspections')
            .leftJoin('devices', 'devices.id', 'inspections.device_id')
            .select(['inspections.id', 'inspections.device_id', 'devices.serial', 'devices.model'])
            .select(['devices.market_name', 'devices.training'])
            .where('inspections.id', '=', ticket.inspectionId)
            .executeTakeFirst()
    await transaction
      .insertInto('customers')
      .values({
        id: customerId,
        name: ticket.customerName,
        phone: ticket.customerPhone,
        phone_key: phoneNumberKey(ticket.customerPhone),
        created_at: ticket.at,
      })
      .execute()
    await transaction
      .insertInto('tickets')
      .values({
        id,
        sequence,
        state: 'diagnosing',
        result: null,
        waiting_for: null,
        waiting_since: null,
        waiting_until: null,
        customer_id: customerId,
        device_id: inspection?.device_id ?? null,
        said: ticket.said,
        symptoms: JSON.stringify(ticket.symptoms),
        checks: '{}',
        consents: JSON.stringify(ticket.consents),
        worked_fix: null,
        training: inspection?.training ?? 0,
        opened_at: ticket.at,
        closed_at: null,
      })
      .execute()
    await addEvent(transaction, id, { at: ticket.at, who: ticket.who, code: 'opened', details: {} })
    if (inspection) {
      await transaction
        .updateTable('inspections')
        .set({ ticket_id: id })
        .where('id', '=', inspection.id)
        .execute()
    }
    await indexTicket(transaction, id)
    const made = await findTicket(transaction, id)
    if (!made) throw new Error('a ticket that was just written is not there')
    return made
  })

export const updateTicket = (
  db: Kysely<Tables>,
  idOrNumber: string,
  decide: (ticket: StoredTicket) => Answer<TicketChange>,
): Promise<StoredTicket> =>
  db.transaction().execute(async (transaction) => {
    const key = byId(idOrNumber)
    const bump = transaction
      .updateTable('tickets')
      .set({ revision: sql<number>`revision + 1` })
      .returning('id')
    // A write first: from here on no other counter can change the ticket between our look and our change.
    const touched = await (
      'id' in key ? bump.where('id', '=', key.id) : bump.where('sequence', '=', key.sequence)
    ).executeTakeFirst()
    const before = touched ? await findTicket(transaction, touched.id) : null
    if (!before) throw new Refused(failed('ticket.unknown', { id: idOrNumber }).failure)
    const decision = decide(before)
    if (!decision.ok) throw new Refused(decision.failure)
    const change = decision.value
    const columns = {
      ...(change.state !== undefined && { state: change.state }),
      ...(change.result !== undefined && { result: change.result }),
      ...(change.workedFix !== undefined && { worked_fix: change.workedFix }),
      ...(change.waiting !== undefined && {
        waiting_for: change.waiting?.for ?? null,
        waiting_since: change.waiting?.since ?? null,
        waiting_until: change.waiting?.until ?? null,
      }),
      ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
      ...(change.symptoms !== undefined && { symptoms: JSON.stringify(change.symptoms) }),
      ...(change.consents !== undefined && { consents: JSON.stringify(change.consents) }),
      ...(change.checks !== undefined && { checks: JSON.stringify(change.checks) }),
    }
    if (Object.keys(columns).length > 0) {
      await transaction.updateTable('tickets').set(columns).where('id', '=', before.id).execute()
    }
    if (change.attempt) {
      await transaction
        .insertInto('attempts')
        .values({
          id: newId(),
          ticket_id: before.id,
          position: before.attempts.length + 1,
          fix: change.attempt.fix,
          covers: JSON.stringify(change.attempt.covers),
          outcome: change.attempt.outcome,
          verified: change.attempt.verified,
          at: change.attempt.at,
        })
        .execute()
    }
    if (change.inspectionId !== undefined) await tieToTicket(transaction, before.id, change.inspectionId)
    await addEvent(transaction, before.id, change.event)
    await indexTicket(transaction, before.id)
    const after = await findTicket(transaction, before.id)
    if (!after) throw new Error('a ticket that was just changed is not there')
    return after
  })

/** Whole tickets but for their events, the newest first. */
export const ticketsBySequence = async (
  db: Db,
  sequences: readonly number[],
): Promise<readonly StoredTicket[]> => {
  if (sequences.length === 0) return []
  const page = await rows(db).where('sequence', 'in', sequences).orderBy('sequence', 'desc').execute()
  const attempts = await attemptsOf(
    db,
    page.map((row) => row.id),
  )
  return page.map((row) => toTicket(row, attempts.get(row.id) ?? [], []))
}
