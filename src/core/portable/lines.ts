import { z } from 'zod'
import { ROWS } from './rows.ts'

/** The file is one JSON list with one of these a line: read as a whole by anybody, line by line by us. */
export const FORMAT = 1

const many = <T extends z.ZodType>(row: T) => z.array(row).max(100_000)
const name = z.string().min(1).max(200)
const counts = z.record(name, z.number().int().min(0))

export const LINES = {
  start: z.strictObject({
    benchside: z.literal('record'),
    format: z.literal(FORMAT),
    /** What the record was made by: a file of a newer Benchside holds what this one does not know. */
    migrations: z.array(name).max(1000),
    madeAt: z.iso.datetime(),
  }),
  customer: z.strictObject({ customer: ROWS.customers }),
  device: z.strictObject({ device: ROWS.devices }),
  ticket: z.strictObject({
    ticket: ROWS.tickets,
    attempts: many(ROWS.attempts),
    events: many(ROWS.events),
    words: many(ROWS.event_words).default([]),
    advice: many(ROWS.advice),
  }),
  inspection: z.strictObject({
    inspection: ROWS.inspections,
    sections: many(ROWS.inspection_sections),
    readings: many(ROWS.readings),
  }),
  own: z.strictObject({ own: ROWS.own_knowledge }),
  /** Without it the file ends early. */
  end: z.strictObject({ end: counts }),
} as const

export type LineKind = keyof typeof LINES
export type LineOf<K extends LineKind> = z.infer<(typeof LINES)[K]>
export type SubjectKind = Exclude<LineKind, 'start' | 'end'>

/** Which kind a line says that it is: by its first name. */
export const kindOf = (line: unknown): LineKind | null => {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return null
  const [first] = Object.keys(line)
  if (first === 'benchside') return 'start'
  const kinds = ['customer', 'device', 'ticket', 'inspection', 'own', 'end'] as const
  return kinds.find((kind) => kind === first) ?? null
}
