import type { Transaction } from 'kysely'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { phoneNumberKey } from '../../core/phone-number.ts'
import { inventCustomer, inventTicket } from '../../core/seeding/invent-ticket.ts'
import { workTogether } from '../../core/seeding/work-together.ts'
import type { Random } from '../../core/simulation/random.ts'
import { ticketNumber } from '../../core/ticket.ts'
import { workedFixes } from '../../core/worked-fixes.ts'
import { eventHash } from '../event-chain.ts'
import { resultMark, stateMark, trainingMark, type TicketParts } from '../search/ticket-parts.ts'
import type { Tables } from '../tables.ts'
import { inspectionWriter } from './write-inspection.ts'
import { rowWriter } from '../row-writer.ts'

/** How far the history has come. */
export type Chain = { link: number; hash: string }

export type TicketWriter = {
  readonly add: (sequence: number, chain: Chain) => TicketParts
  readonly flush: (db: Transaction<Tables>) => Promise<void>
}

/** The newest ticket was opened then: the same record for the same seed, whenever it is made. */
const NEWEST = Date.UTC(2026, 10, 20, 17)
const MINUTE = 60_000
/** Ten years at most, however many tickets there are. */
const YEARS = 10 * 365 * 24 * 60
/** Minutes between two tickets of a shop that has few of them. */
const SELDOM = 90
/** Tickets that may still be worked on. */
const STILL_OPEN = 40
/** People who may come again, at any time. */
const REMEMBERED = 3000
const COMES_AGAIN = 0.25
const IS_READ = 0.02

type Known = { readonly customerId: string; readonly name: string; readonly phone: string } & {
  readonly device: {
    readonly id: string
    readonly serial: string
    readonly model: string
    readonly marketName: string
  } | null
}

/** As newId makes them, but of the seed's numbers. */
const idAt = (at: number, random: Random): string => {
  const hex = (signs: number): string =>
    Math.floor(random() * 16 ** signs)
      .toString(16)
      .padStart(signs, '0')
  const time = at.toString(16).padStart(12, '0')
  const variant = (8 + Math.floor(random() * 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
}

const iso = (at: number): string => new Date(at).toISOString()

const TICKET = [
  'id',
  'sequence',
  'state',
  'result',
  'customer_id',
  'device_id',
  'said',
  'symptoms',
  'checks',
  'consents',
  'worked_fix',
  'training',
  'opened_at',
  'closed_at',
  'revision',
] as const
const ATTEMPT = ['id', 'ticket_id', 'position', 'fix', 'covers', 'outcome', 'verified', 'at'] as const

export const ticketWriter = (
  knowledge: Knowledge,
  random: Random,
  { from, to }: { readonly from: number; readonly to: number },
): TicketWriter => {
  const step = Math.min(SELDOM, YEARS / Math.max(1, to - from)) * MINUTE
  const customers = rowWriter('customers', ['id', 'name', 'phone', 'phone_key', 'created_at'])
  const devices = rowWriter('devices', ['id', 'serial', 'model', 'market_name', 'training', 'created_at'])
  const tickets = rowWriter('tickets', TICKET)
  const attempts = rowWriter('attempts', ATTEMPT)
  // In statements of their own: the many others carry no empty columns.
  const together = {
    tickets: rowWriter('tickets', [...TICKET, 'worked_together']),
    attempts: rowWriter('attempts', [...ATTEMPT, 'bundle']),
  }
  const events = rowWriter('events', [
    'id',
    'ticket_id',
    'position',
    'at',
    'who',
    'code',
    'details',
    'link',
    'hash',
  ])
  const inspections = inspectionWriter()
  const known: Known[] = []

  const somebody = (at: number, training: boolean): Known => {
    const before = known[Math.floor(random() * known.length)]
    // A training phone is nobody's.
    if (before && !training && random() < COMES_AGAIN) return before
    const { name, phone, device } = inventCustomer(random)
    const customerId = idAt(at, random)
    customers.add({ id: customerId, name, phone, phone_key: phoneNumberKey(phone), created_at: iso(at) })
    const fresh: Known = {
      customerId,
      name,
      phone,
      device: device === null ? null : { ...device, id: idAt(at, random) },
    }
    if (fresh.device) {
      const { id, serial, model, marketName } = fresh.device
      devices.add({
        id,
        serial,
        model,
        market_name: marketName,
        training: training ? 1 : 0,
        created_at: iso(at),
      })
    }
    if (training) return fresh
    if (known.length < REMEMBERED) known.push(fresh)
    else known[Math.floor(random() * REMEMBERED)] = fresh
    return fresh
  }

  return {
    add: (sequence, chain) => {
      const opened = Math.floor(NEWEST - (to - sequence) * step - random() * step * 0.9)
      const invented = inventTicket(knowledge, sequence > to - STILL_OPEN, random)
      const ticket = workTogether(invented, sequence)
      const { workedTogether } = ticket
      const { customerId, name, phone, device } = somebody(opened, ticket.training)
      const id = idAt(opened, random)
      let [at, position] = [opened, 0]
      const tell = (code: string, details: object, eventId = idAt(at, random)): void => {
        position += 1
        const event = {
          id: eventId,
          ticket_id: id,
          position,
          at: iso(at),
          who: 'counter',
          code,
          details: JSON.stringify(details),
        }
        chain.link += 1
        chain.hash = eventHash(chain.hash, event)
        events.add({ ...event, link: chain.link, hash: chain.hash })
      }
      tell('opened', {})
      let bundle: string | null = null
      ticket.attempts.forEach(({ fix, covers, outcome, verified }, index) => {
        const isTogether = workedTogether.includes(fix)
        const passed = Math.floor((2 + random() * 15) * MINUTE)
        if (bundle === null) at += passed
        const attempt = {
          id: idAt(at, random),
          ticket_id: id,
          position: index + 1,
          fix,
          covers: JSON.stringify(covers),
          outcome,
          verified,
          at: iso(at),
        }
        const eventId = idAt(at, random)
        if (isTogether) together.attempts.add({ ...attempt, bundle: bundle ?? attempt.id })
        else attempts.add(attempt)
        const others = workedTogether.filter((other) => other !== fix).join(' ')
        // One word on all of them, by the first.
        if (bundle === null)
          tell('attempt', { fix, ...(isTogether && { with: others }), outcome, verified }, eventId)
        if (isTogether) bundle = attempt.id
      })
      const isClosed = ticket.state === 'closed'
      if (isClosed) {
        at += Math.floor((2 + random() * 120) * MINUTE)
        tell('closed', { result: ticket.result })
      }
      const row = {
        id,
        sequence,
        state: ticket.state,
        result: ticket.result,
        customer_id: customerId,
        device_id: device?.id ?? null,
        said: ticket.said,
        symptoms: JSON.stringify(ticket.symptoms),
        checks: '{}',
        consents: '["read"]',
        worked_fix: ticket.workedFix,
        training: ticket.training ? 1 : 0,
        opened_at: iso(opened),
        closed_at: isClosed ? iso(at) : null,
        revision: position,
      }
      if (bundle === null) tickets.add(row)
      else together.tickets.add({ ...row, worked_together: JSON.stringify(workedTogether) })
      if (device && random() < IS_READ)
        inspections.add({ id: idAt(opened, random), ticketId: id, device, at: iso(opened) }, random)
      return {
        id,
        sequence,
        number: ticketNumber(sequence),
        names: [name],
        texts: [ticket.said, device?.model ?? null, device?.marketName ?? null],
        phones: [phone],
        codes: [device?.serial ?? null],
        known: [...ticket.symptoms, ...ticket.attempts.map(({ fix }) => fix)],
        worked: workedFixes(ticket),
        marks: [
          stateMark(ticket.state),
          ...(ticket.result === null ? [] : [resultMark(ticket.result)]),
          trainingMark(ticket.training),
        ],
      }
    },
    flush: async (db) => {
      // What is referred to before what refers to it.
      for (const writer of [
        customers,
        devices,
        tickets,
        together.tickets,
        attempts,
        together.attempts,
        events,
        inspections,
      ])
        await writer.flush(db)
    },
  }
}
