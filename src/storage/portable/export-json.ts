import type { Kysely } from 'kysely'
import { FORMAT, type LineKind } from '../../core/portable/lines.ts'
import { appliedTo } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { childrenOf, pagesOf, wordsOf } from './pages.ts'
import type { TextFile } from './text-file.ts'

export type ExportCounts = Readonly<
  Record<'customers' | 'devices' | 'tickets' | 'inspections' | 'own', number>
>

/** The whole record as one JSON list, a subject a line; `step` is called between two pages. */
export const exportJson = async (
  db: Kysely<Tables>,
  file: TextFile,
  madeAt: string,
  step: (count: number) => void,
): Promise<ExportCounts> => {
  const counts = { customers: 0, devices: 0, tickets: 0, inspections: 0, own: 0 }
  const line = (kind: LineKind, value: object): void => {
    file.write(`${kind === 'start' ? '[' : ',\n'}${JSON.stringify(value)}`)
  }
  line('start', { benchside: 'record', format: FORMAT, migrations: await appliedTo(db), madeAt })
  const plain = [
    ['customer', 'customers', 'customers'],
    ['device', 'devices', 'devices'],
  ] as const
  for (const [kind, table, count] of plain)
    for await (const rows of pagesOf(db, table)) {
      for (const row of rows) line(kind, { [kind]: row })
      counts[count] += rows.length
      step(rows.length)
    }
  for await (const rows of pagesOf(db, 'tickets')) {
    const ids = rows.map(({ id }) => id)
    const attempts = await childrenOf(db, 'attempts', 'ticket_id', ids, 'position')
    const events = await childrenOf(db, 'events', 'ticket_id', ids, 'position')
    const words = await wordsOf(db, ids)
    const advice = await childrenOf(db, 'advice', 'ticket_id', ids, 'at')
    for (const ticket of rows)
      line('ticket', {
        ticket,
        attempts: attempts.get(ticket.id) ?? [],
        events: events.get(ticket.id) ?? [],
        words: words.get(ticket.id) ?? [],
        advice: advice.get(ticket.id) ?? [],
      })
    counts.tickets += rows.length
    step(rows.length)
  }
  for await (const rows of pagesOf(db, 'inspections')) {
    const ids = rows.map(({ id }) => id)
    const sections = await childrenOf(db, 'inspection_sections', 'inspection_id', ids, 'sent_at')
    const readings = await childrenOf(db, 'readings', 'inspection_id', ids, 'reading')
    for (const inspection of rows)
      line('inspection', {
        inspection,
        sections: sections.get(inspection.id) ?? [],
        readings: readings.get(inspection.id) ?? [],
      })
    counts.inspections += rows.length
    step(rows.length)
  }
  for await (const rows of pagesOf(db, 'own_knowledge')) {
    for (const own of rows) line('own', { own })
    counts.own += rows.length
  }
  line('end', { end: counts })
  file.write(']\n')
  return counts
}
