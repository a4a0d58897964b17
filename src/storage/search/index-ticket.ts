import type { Insertable, Kysely, Transaction } from 'kysely'
import { wordsOfTicket } from '../../core/search/searchable.ts'
import { once } from '../once.ts'
import type { Tables } from '../tables.ts'
import { blockOf, placeOf, withoutPlace, withPlace } from './postings.ts'
import { ticketParts, type TicketParts } from './ticket-parts.ts'

/** The row of `counters` that says by which rules the index was made; who writes to the index writes to it first. */
export const SEARCH_COUNTER = 'search'
/** Engines take only so many values in one statement. */
const AT_ONCE = 500

type Db = Kysely<Tables>

const touchIndex = once((db: Db) =>
  db
    .updateTable('counters')
    .set((build) => ({ value: build.ref('value') }))
    .where('name', '=', SEARCH_COUNTER),
)
const ticketsOfWords = once((db: Db, block: number, words: readonly string[]) =>
  db
    .selectFrom('search_words')
    .select(['word', 'tickets'])
    .where('block', '=', block)
    .where('word', 'in', words),
)
const putWords = once((db: Db, rows: readonly Insertable<Tables['search_words']>[]) =>
  db
    .insertInto('search_words')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['block', 'word'])
        .doUpdateSet((build) => ({ tickets: build.ref('excluded.tickets') })),
    ),
)
const wordsKept = once((db: Db, sequence: number) =>
  db.selectFrom('search_tickets').select('words').where('sequence', '=', sequence),
)
const putTicket = once((db: Db, row: Insertable<Tables['search_tickets']>) =>
  db
    .insertInto('search_tickets')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('sequence').doUpdateSet((build) => ({ words: build.ref('excluded.words') })),
    ),
)

/** Of two counters the second waits here, so that neither takes back what the other adds to a row. */
export const holdIndex = async (db: Transaction<Tables>): Promise<void> => {
  await touchIndex(db)
}

/** Engines keep a statement for each number of values: with ends repeated there are few such numbers. */
export const padded = <T>(values: readonly T[]): readonly T[] => {
  const last = values.at(-1)
  let length = 1
  while (length < values.length) length *= 2
  return last === undefined
    ? values
    : [...values, ...Array.from({ length: length - values.length }, () => last)]
}

const slices = <T>(values: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / AT_ONCE) }, (_, index) =>
    values.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )

const change = async (
  db: Transaction<Tables>,
  block: number,
  words: readonly string[],
  changed: (postings: string) => string,
): Promise<void> => {
  for (const some of slices(words)) {
    const rows = await ticketsOfWords(db, block, padded(some))
    const kept = new Map(rows.map(({ word, tickets }) => [word, tickets]))
    const values = some.map((word) => ({ block, word, tickets: changed(kept.get(word) ?? '') }))
    const emptied = values.filter(({ tickets }) => tickets === '').map(({ word }) => word)
    const filled = values.filter(({ tickets }) => tickets !== '')
    if (emptied.length > 0)
      await db
        .deleteFrom('search_words')
        .where('block', '=', block)
        .where('word', 'in', padded(emptied))
        .execute()
    if (filled.length > 0) await putWords(db, filled)
  }
}

/** Words hold no blanks. */
export const joined = (words: readonly string[]): string => words.join(' ')
const taken = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '')

const indexOne = async (db: Transaction<Tables>, parts: TicketParts, isNew: boolean): Promise<void> => {
  const { sequence } = parts
  const [row] = isNew ? [] : await wordsKept(db, sequence)
  const before = new Set(taken(row?.words ?? ''))
  const after = new Set(wordsOfTicket(parts))
  const added = [...after].filter((word) => !before.has(word))
  const removed = [...before].filter((word) => !after.has(word))
  if (added.length === 0 && removed.length === 0) return
  const [block, place] = [blockOf(sequence), placeOf(sequence)]
  await change(db, block, added.toSorted(), (postings) => withPlace(postings, place))
  await change(db, block, removed.toSorted(), (postings) => withoutPlace(postings, place))
  await putTicket(db, { sequence, words: joined([...after]) })
}

/**
 * Makes tickets findable by what they are now, and no longer by what they were. To be called in the transaction that
 * changed them, as its last step: after a ticket, its attempts, its device or its customer were written, also when
 * they were erased. What it looks at stands in ticket-parts.ts.
 */
export const indexTickets = async (db: Transaction<Tables>, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await holdIndex(db)
  for (const parts of await ticketParts(db, { ids })) await indexOne(db, parts, false)
}

/** The same for one that was read after all of it was written; a new one has no words yet. */
export const indexRead = async (
  db: Transaction<Tables>,
  parts: TicketParts,
  isNew = false,
): Promise<void> => {
  await holdIndex(db)
  await indexOne(db, parts, isNew)
}

export const indexTicket = (db: Transaction<Tables>, id: string): Promise<void> => indexTickets(db, [id])

/** The same for every ticket of a customer or of a device whose name, number or model has changed. */
export const indexTicketsOf = async (
  db: Transaction<Tables>,
  of: { readonly customerId: string } | { readonly deviceId: string },
): Promise<void> => {
  const query = db.selectFrom('tickets').select('id')
  const rows = await (
    'customerId' in of
      ? query.where('customer_id', '=', of.customerId)
      : query.where('device_id', '=', of.deviceId)
  ).execute()
  await indexTickets(
    db,
    rows.map(({ id }) => id),
  )
}
