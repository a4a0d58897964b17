import type { Kysely, Transaction } from 'kysely'
import { wordsOfTicket } from '../../core/search/searchable.ts'
import type { Tables } from '../tables.ts'
import { holdIndex, joined, SEARCH_COUNTER } from './index-ticket.ts'
import { BLOCK, blockOf, placeOf, postingsOfPlaces } from './postings.ts'
import { ticketParts } from './ticket-parts.ts'

/**
 * The rules by which words are made of tickets. Whoever changes them raises this, and every record is indexed anew when
 * it is opened next.
 */
export const SEARCH_RULES = 1

/** Tickets read at once, and rows written in one statement. */
const READ = 512
const WRITTEN = 200

/** Words in the order of their bytes, so that they are laid down one after the other. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

export type BlockWords = {
  readonly block: number
  readonly words: ReadonlyMap<string, readonly number[]>
  readonly tickets: readonly { readonly sequence: number; readonly words: string }[]
}

/** Writes a block that has no words yet. */
export const writeBlock = async (
  db: Transaction<Tables>,
  { block, words, tickets }: BlockWords,
): Promise<void> => {
  const rows = [...words.keys()]
    .toSorted(byBytes)
    .map((word) => ({ block, word, tickets: postingsOfPlaces(words.get(word) ?? []) }))
  for (let at = 0; at < rows.length; at += WRITTEN)
    await db
      .insertInto('search_words')
      .values(rows.slice(at, at + WRITTEN))
      .execute()
  for (let at = 0; at < tickets.length; at += WRITTEN)
    await db
      .insertInto('search_tickets')
      .values(tickets.slice(at, at + WRITTEN))
      .execute()
}

const fillBlock = async (db: Transaction<Tables>, block: number): Promise<void> => {
  const [from, to] = [block * BLOCK, (block + 1) * BLOCK]
  await db.deleteFrom('search_words').where('block', '=', block).execute()
  await db.deleteFrom('search_tickets').where('sequence', '>=', from).where('sequence', '<', to).execute()
  const words = new Map<string, number[]>()
  const tickets: { sequence: number; words: string }[] = []
  for (let first = from; first < to; first += READ)
    for (const parts of await ticketParts(db, { from: first, to: first + READ })) {
      const ofTicket = wordsOfTicket(parts)
      for (const word of ofTicket) {
        const places = words.get(word)
        if (places) places.push(placeOf(parts.sequence))
        else words.set(word, [placeOf(parts.sequence)])
      }
      tickets.push({ sequence: parts.sequence, words: joined(ofTicket) })
    }
  await writeBlock(db, { block, words, tickets })
}

/**
 * Makes the index of a record that has none, or one by other rules: a block in a transaction each, so that a record of
 * any size is never in memory as a whole. What is cut short begins anew at the next opening.
 */
export const fillIndex = async (db: Kysely<Tables>): Promise<void> => {
  const made = await db
    .selectFrom('counters')
    .select('value')
    .where('name', '=', SEARCH_COUNTER)
    .executeTakeFirst()
  if (made?.value === SEARCH_RULES) return
  const newest = await db
    .selectFrom('tickets')
    .select((build) => build.fn.max('sequence').as('sequence'))
    .executeTakeFirst()
  const last = blockOf(newest?.sequence ?? 0)
  for (let block = 0; block <= last; block += 1)
    await db.transaction().execute(async (transaction) => {
      await holdIndex(transaction)
      await fillBlock(transaction, block)
    })
  await db.updateTable('counters').set({ value: SEARCH_RULES }).where('name', '=', SEARCH_COUNTER).execute()
}
