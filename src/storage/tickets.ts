import { sql, type Insertable, type Kysely, type Transaction } from 'kysely'
import type { Answer } from '../core/failure.ts'
import { failed } from '../core/failure.ts'
import { EMPTY_INTAKE } from '../core/intake.ts'
import { phoneNumberKey } from '../core/phone-number.ts'
import type { Customer } from '../core/ticket.ts'
import { deviceOfIntake } from './devices.ts'
import { addEvent } from './events.ts'
import { linkRework } from './rework.ts'
import { byId, findTicket, findToIndex } from './ticket-rows.ts'
import { newId } from './ids.ts'
import { once } from './once.ts'
import { tieToTicket } from './inspections.ts'
import { correctCustomer, livingCustomer } from './customers.ts'
import { columnsOfIntake } from './intake-columns.ts'
import { indexRead } from './search/index-ticket.ts'
import type { NewTicket, StoredTicket, TicketChange } from './store.ts'
import type { Tables } from './tables.ts'
import { Refused } from './trouble.ts'

type Db = Kysely<Tables> | Transaction<Tables>

const oneMoreTicket = once((db: Db) =>
  db
    .insertInto('counters')
    .values({ name: 'ticket', value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counters.value + 1` }))
    .returning('value'),
)
const addCustomer = once((db: Db, row: Insertable<Tables['customers']>) =>
  db.insertInto('customers').values(row),
)
const addTicket = once((db: Db, row: Insertable<Tables['tickets']>) => db.insertInto('tickets').values(row))

/** The next ticket number. The first statement of its transaction, so that two counters take turns from here on. */
export const nextNumber = async (db: Db): Promise<number> => {
  const [row] = await oneMoreTicket(db)
  if (!row) throw new Error('the counter of tickets gives no number')
  return row.value
}

export const insertTicket = (db: Kysely<Tables>, ticket: NewTicket): Promise<StoredTicket> =>
  db.transaction().execute(async (transaction) => {
    const sequence = await nextNumber(transaction)
    const known = ticket.customerId ? await livingCustomer(transaction, ticket.customerId) : undefined
    const customerId = known?.id ?? newId()
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
    if (!known)
      await addCustomer(transaction, {
        id: customerId,
        name: ticket.customerName,
        phone: ticket.customerPhone,
        phone_key: phoneNumberKey(ticket.customerPhone),
        created_at: ticket.at,
        merged_into: null,
      })
    const deviceId = await deviceOfIntake(
      transaction,
      inspection?.device_id ?? null,
      ticket.device,
      ticket.at,
    )
    await addTicket(transaction, {
      id,
      sequence,
      state: 'diagnosing',
      result: null,
      ...columnsOfIntake(ticket.intake ?? EMPTY_INTAKE),
      customer_id: customerId,
      device_id: deviceId,
      said: ticket.said,
      symptoms: JSON.stringify(ticket.symptoms),
      checks: '{}',
      consents: JSON.stringify(ticket.consents),
      worked_fix: null,
      training: inspection?.training ?? 0,
      opened_at: ticket.at,
      closed_at: null,
    })
    const opened = { at: ticket.at, who: ticket.who, code: 'opened' as const, details: {} }
    await addEvent(transaction, id, opened, 1)
    if (known) await correctIfOther(transaction, id, known, ticket)
    if (ticket.reworkOf) await linkRework(transaction, id, ticket.reworkOf, ticket)
    for (const event of ticket.events ?? []) await addEvent(transaction, id, event)
    if (inspection) {
      await transaction
        .updateTable('inspections')
        .set({ ticket_id: id })
        .where('id', '=', inspection.id)
        .execute()
    }
    const made = await findToIndex(transaction, id, true)
    if (!made) throw new Error('a ticket that was just written is not there')
    await indexRead(transaction, made.parts, true)
    return made.ticket
  })

/** Somebody who comes again under another name or with another number: both are told by their tickets. */
const correctIfOther = async (
  db: Transaction<Tables>,
  id: string,
  known: Customer,
  { customerName: name, customerPhone: phone, at, who }: NewTicket,
): Promise<void> => {
  const fields = [...(known.name === name ? [] : ['name']), ...(known.phone === phone ? [] : ['phone'])]
  if (fields.length === 0) return
  const words = { nameFrom: known.name, nameTo: name, phoneFrom: known.phone, phoneTo: phone }
  const event = { at, who, code: 'corrected' as const, details: { fields: fields.join(' ') }, words }
  await correctCustomer(db, { id, customer: { id: known.id } }, { name, phone }, event)
  await addEvent(db, id, event)
}

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
      ...(change.workedTogether !== undefined && {
        worked_together: JSON.stringify(change.workedTogether),
      }),
      ...(change.waiting !== undefined && {
        waiting_for: change.waiting?.for ?? null,
        waiting_since: change.waiting?.since ?? null,
        waiting_until: change.waiting?.until ?? null,
      }),
      ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
      ...(change.symptoms !== undefined && { symptoms: JSON.stringify(change.symptoms) }),
      ...(change.consents !== undefined && { consents: JSON.stringify(change.consents) }),
      ...(change.intake !== undefined && columnsOfIntake(change.intake)),
      ...(change.warranty !== undefined && {
        warranty_days: change.warranty?.days ?? null,
        warranty_until: change.warranty?.until ?? null,
      }),
      ...(change.said !== undefined && { said: change.said }),
      ...(change.checks !== undefined && { checks: JSON.stringify(change.checks) }),
    }
    if (Object.keys(columns).length > 0) {
      await transaction.updateTable('tickets').set(columns).where('id', '=', before.id).execute()
    }
    const { attempts = [] } = change
    const bundle = attempts.length > 1 ? newId() : null
    for (const [index, attempt] of attempts.entries()) {
      await transaction
        .insertInto('attempts')
        .values({
          id: newId(),
          ticket_id: before.id,
          position: before.attempts.length + index + 1,
          fix: attempt.fix,
          covers: JSON.stringify(attempt.covers),
          outcome: attempt.outcome,
          verified: attempt.verified,
          at: attempt.at,
          minutes: attempt.minutes ?? null,
          technician: attempt.technician ?? '',
          bundle,
        })
        .execute()
    }
    if (change.inspectionId !== undefined) await tieToTicket(transaction, before.id, change.inspectionId)
    if (change.customer) await correctCustomer(transaction, before, change.customer, change.event)
    if (change.reworkOf === undefined) await addEvent(transaction, before.id, change.event)
    else await linkRework(transaction, before.id, change.reworkOf, change.event)
    const after = await findToIndex(transaction, before.id, false)
    if (!after) throw new Error('a ticket that was just changed is not there')
    await indexRead(transaction, after.parts)
    return after.ticket
  })
