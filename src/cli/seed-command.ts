import { done, failed, type Answer } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import { openSqliteStore } from '../storage/open-sqlite.ts'
import type { Printed } from './phone-commands.ts'
import { dataFolderOf } from './record.ts'
import type { Line } from './words.ts'

const MOST_TICKETS = 10_000_000
const MOST_SEED = 2 ** 27

const wholeNumber = (name: 'tickets' | 'seed', text: string | undefined, most: number): Answer<number> => {
  const value = Number(text)
  return text !== undefined && /^\d{1,9}$/u.test(text) && value >= 1 && value <= most
    ? done(value)
    : failed('input.invalid', {
        field: `--${name}`,
        why: `it has to be a whole number from 1 to ${String(most)}`,
      })
}

/** Fills a record with invented tickets. */
export const seed = async (line: Line): Promise<Answer<Printed>> => {
  // The shop's own folder stands in for one that is not named; nobody fills that with invented people by mistake.
  if (line.values.data === undefined)
    return failed('input.invalid', { field: '--data', why: 'name a folder for the invented record' })
  const tickets = wholeNumber('tickets', line.values.tickets, MOST_TICKETS)
  if (!tickets.ok) return tickets
  const start = wholeNumber('seed', line.values.seed ?? '1', MOST_SEED)
  if (!start.ok) return start
  const store = await openSqliteStore(dataFolderOf(line))
  if (!store.ok) return store
  const begun = performance.now()
  const progress = (written: number): void => {
    process.stderr.write(`\r${String(written)} of ${String(tickets.value)} tickets`)
  }
  try {
    const seeded = await store.value.seed({ tickets: tickets.value, seed: start.value, progress }, SHIPPED)
    process.stderr.write('\n')
    if (!seeded.ok) return seeded
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    return done({
      json: { ...seeded.value, seed: start.value, seconds },
      text: `${String(tickets.value)} invented tickets in ${String(seconds)} s; the record holds ${String(seeded.value.total)}.`,
    })
  } finally {
    await store.value.close()
  }
}
