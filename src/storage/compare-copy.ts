import type { Answer } from '../core/failure.ts'
import { ticketNumber } from '../core/ticket.ts'
import { openFile } from './sqlite-file.ts'
import { answering, Refused } from './trouble.ts'

/** What a record has and a copy of it has not. */
export type Comparison = {
  readonly tickets: number
  readonly numbers: readonly string[]
  readonly changed: number
}

/** So many numbers are worth showing. */
const MOST_NUMBERS = 12

/** The copy is looked at beside the record, in one connection: SQLite alone has copies in files. */
export const compareCopy = (record: string, copy: string): Promise<Answer<Comparison>> =>
  answering(record, async () => {
    const opened = await openFile(record, 'look')
    if (!opened.ok) throw new Refused(opened.failure)
    const { database, store } = opened.value
    try {
      database.prepare('attach ? as copy').run(copy)
      const missing =
        'from tickets where not exists (select 1 from copy.tickets as before where before.id = tickets.id)'
      const one = (query: string): number => database.prepare<[], number>(query).pluck().get() ?? 0
      const newest = database
        .prepare<[number], number>(`select sequence ${missing} order by sequence desc limit ?`)
        .pluck()
        .all(MOST_NUMBERS)
      return {
        tickets: one(`select count(*) ${missing}`),
        numbers: newest.map(ticketNumber),
        changed: one(
          'select count(*) from tickets join copy.tickets as before on before.id = tickets.id where before.revision <> tickets.revision',
        ),
      }
    } finally {
      await store.close()
    }
  })
