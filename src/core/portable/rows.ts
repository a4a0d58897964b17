import { z } from 'zod'
import { CONDITIONS, LEFT_ITEMS, PROOFS } from '../intake.ts'
import {
  CHECK_RESULTS,
  CLOSE_RESULTS,
  CONSENTS,
  OUTCOMES,
  TICKET_STATES,
  VERIFICATIONS,
  WAITS,
} from '../ticket.ts'

/** Longest texts: what the desk itself lets in is far below; what a phone sent is cut before it is kept. */
const LINE = 1000
const PROSE = 200_000
const RAW = 4_000_000

const id = z.string().min(1).max(100)
const line = z.string().max(LINE)
const prose = z.string().max(PROSE)
const raw = z.string().max(RAW)
const time = z.iso.datetime()
const flag = z.union([z.literal(0), z.literal(1)])
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const number = z.number()

/** A column whose text is JSON of that shape. */
const json = (shape: z.ZodType): z.ZodType<string> =>
  raw.refine((text) => {
    try {
      return shape.safeParse(JSON.parse(text)).success
    } catch {
      return false
    }
  }, 'is not as it should be')

const ids = z.array(id).max(1000)
const details = z.record(z.string().max(100), z.union([prose, z.number()]))
const reading = z.discriminatedUnion('status', [
  z.looseObject({ status: z.literal('measured'), value: z.unknown() }),
  z.looseObject({ status: z.literal('absent'), reason: z.string() }),
  z.looseObject({ status: z.literal('unreadable'), reason: z.string() }),
])
const advised = z.looseObject({
  causes: z.array(z.looseObject({ id, probability: z.number() })),
  next: id.nullable(),
})

/** What a row of each table may be; the columns are the record's, and a line with any other is refused. */
export const ROWS = {
  customers: z.strictObject({
    id,
    name: line,
    phone: line,
    created_at: time,
    revision: count,
    phone_key: line.default(''),
    merged_into: id.nullable().default(null),
  }),
  devices: z.strictObject({
    id,
    serial: line,
    model: line.nullable(),
    market_name: line.nullable(),
    training: flag,
    created_at: time,
    imei: line.default(''),
    imei2: line.default(''),
    typed_serial: line.default(''),
    typed_model: line.default(''),
  }),
  tickets: z.strictObject({
    id,
    sequence: count.min(1).max(999_999_999),
    state: z.enum(TICKET_STATES),
    result: z.enum(CLOSE_RESULTS).nullable(),
    customer_id: id,
    device_id: id.nullable(),
    said: prose,
    symptoms: json(ids),
    checks: json(z.record(id, z.enum(CHECK_RESULTS))),
    consents: json(z.array(z.enum(CONSENTS))),
    worked_fix: id.nullable(),
    worked_together: json(ids).default('[]'),
    training: flag,
    opened_at: time,
    closed_at: time.nullable(),
    revision: count,
    waiting_for: z.enum(WAITS).nullable().default(null),
    waiting_since: time.nullable().default(null),
    waiting_until: line.nullable().default(null),
    condition: json(z.array(z.enum(CONDITIONS))).default('[]'),
    condition_note: prose.default(''),
    left_with: json(z.array(z.enum(LEFT_ITEMS))).default('[]'),
    left_note: prose.default(''),
    proof: z.enum(PROOFS).nullable().default(null),
    promised_at: line.nullable().default(null),
    quote: count.nullable().default(null),
    paid: count.nullable().default(null),
    currency: line.default(''),
    warranty_days: count.nullable().default(null),
    warranty_until: line.nullable().default(null),
    rework_of: id.nullable().default(null),
  }),
  attempts: z.strictObject({
    id,
    ticket_id: id,
    position: count,
    fix: id,
    covers: json(ids),
    outcome: z.enum(OUTCOMES),
    verified: z.enum(VERIFICATIONS),
    at: time,
    minutes: count.nullable().default(null),
    technician: line.default(''),
    bundle: id.nullable().default(null),
  }),
  events: z.strictObject({
    id,
    ticket_id: id,
    position: count,
    at: time,
    who: line,
    code: z.string().regex(/^[a-z-]{1,40}$/u),
    details: json(details),
    link: count,
    hash: line,
  }),
  event_words: z.strictObject({ event_id: id, salt: line, words: json(z.record(line, prose)) }),
  advice: z.strictObject({
    id,
    ticket_id: id,
    at: time,
    knowledge_version: line,
    body: json(advised),
  }),
  inspections: z.strictObject({
    id,
    device_id: id.nullable(),
    ticket_id: id.nullable(),
    phone: json(z.looseObject({ serial: line, state: line })),
    started_at: time,
    took_ms: number.nullable(),
    round_trips: count.nullable(),
    stopped: line.nullable(),
    app_version: line,
  }),
  inspection_sections: z.strictObject({
    inspection_id: id,
    section: id,
    command: prose,
    text: raw,
    exit_code: z.number().int().nullable(),
    complete: flag,
    sent_at: number,
    received_at: number,
  }),
  readings: z.strictObject({
    inspection_id: id,
    reading: line.min(1),
    body: json(reading),
    sections: json(z.array(z.string())),
    at: time,
  }),
  own_knowledge: z.strictObject({ id, position: count, body: json(z.looseObject({})), saved_at: time }),
} as const

export type PortableTable = keyof typeof ROWS
export type PortableRow<T extends PortableTable> = z.infer<(typeof ROWS)[T]>
