import type { Kysely } from 'kysely'
import { writeAmount } from '../../core/money.ts'
import { csvLine, CSV_START, type Cell } from '../../core/portable/csv.ts'
import { ticketNumber } from '../../core/ticket.ts'
import type { Tables } from '../tables.ts'
import { childrenOf, pagesOf, wordsOf } from './pages.ts'
import type { TextFile } from './text-file.ts'

/** The subjects, a file each: their columns as people read them, in the order of the record. */
export const SHEETS = {
  customers: ['id', 'name', 'phone', 'created_at', 'merged_into'],
  devices: [
    'id',
    'serial',
    'model',
    'market_name',
    'imei',
    'imei2',
    'typed_serial',
    'typed_model',
    'training',
    'created_at',
  ],
  tickets: [
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
    'worked_together',
    'waiting_for',
    'waiting_since',
    'waiting_until',
    'condition',
    'condition_note',
    'left_with',
    'left_note',
    'proof',
    'promised_at',
    'quote',
    'paid',
    'currency',
    'warranty_days',
    'warranty_until',
    'rework_of',
    'training',
    'opened_at',
    'closed_at',
  ],
  attempts: ['ticket_id', 'position', 'fix', 'outcome', 'verified', 'at', 'minutes', 'technician', 'bundle'],
  history: ['ticket_id', 'position', 'at', 'who', 'code', 'details', 'words'],
  readings: ['inspection_id', 'ticket_id', 'device_id', 'started_at', 'reading', 'body', 'at'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Sheet = keyof typeof SHEETS

type Row = Readonly<Record<string, unknown>>

const cellOf = (value: unknown): Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' ? value : null

const amount = (value: unknown, currency: unknown): unknown =>
  typeof value === 'number' ? writeAmount(value, String(currency)) : value

/** A ticket is known to people by its number, and money by whole units. */
const named = (row: Row): Row =>
  typeof row['sequence'] === 'number'
    ? {
        ...row,
        sequence: ticketNumber(row['sequence']),
        quote: amount(row['quote'], row['currency']),
        paid: amount(row['paid'], row['currency']),
      }
    : row

/** Writes every sheet; `step` is called between two pages. */
export const exportCsv = async (
  db: Kysely<Tables>,
  files: Readonly<Record<Sheet, TextFile>>,
  step: (count: number) => void,
): Promise<void> => {
  const add = (sheet: Sheet, row: Row): void =>
    files[sheet].write(csvLine(SHEETS[sheet].map((column) => cellOf(named(row)[column]))))
  for (const sheet of Object.keys(SHEETS) as Sheet[])
    files[sheet].write(CSV_START + csvLine(SHEETS[sheet].map((column) => column.replaceAll('_', ' '))))
  for (const sheet of ['customers', 'devices'] as const)
    for await (const rows of pagesOf(db, sheet)) {
      for (const row of rows) add(sheet, row)
      step(rows.length)
    }
  for await (const rows of pagesOf(db, 'tickets')) {
    const ids = rows.map(({ id }) => id)
    for (const row of rows) add('tickets', row)
    const attempts = await childrenOf(db, 'attempts', 'ticket_id', ids, 'position')
    const events = await childrenOf(db, 'events', 'ticket_id', ids, 'position')
    const words = await wordsOf(db, ids)
    for (const id of ids) {
      for (const row of attempts.get(id) ?? []) add('attempts', row)
      const said = new Map(words.get(id)?.map((row) => [row.event_id, row.words]))
      for (const row of events.get(id) ?? []) add('history', { ...row, words: said.get(String(row['id'])) })
    }
    step(rows.length)
  }
  for await (const rows of pagesOf(db, 'inspections')) {
    const ids = rows.map(({ id }) => id)
    const readings = await childrenOf(db, 'readings', 'inspection_id', ids, 'reading')
    for (const row of rows)
      for (const reading of readings.get(row.id) ?? []) add('readings', { ...row, ...reading })
    step(rows.length)
  }
}
