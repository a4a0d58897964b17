import type { Kysely, Transaction } from 'kysely'
import { wordsOfTicket } from '../../core/search/searchable.ts'
import { rowWriter } from '../row-writer.ts'
import type { Tables } from '../tables.ts'
import { holdIndex, joined, SEARCH_COUNTER } from './index-ticket.ts'
import { BLOCK, blockOf, placeOf, postingsOfPlaces } from './postings.ts'
import { ticketParts } from './ticket-parts.ts'

/**
 * The rules by which words are made of tickets. Whoever changes them raises this, and every record is indexed anew when
 * it is opened next.
 */
export const SEARCH_RULES = 2

/** Tickets read at once. */
const READ = 512

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
  const ofWords = rowWriter('search_words', ['block', 'word', 'tickets'])
  for (const word of [...words.keys()].toSorted(byBytes))
    ofWords.add({ block, word, tickets: postingsOfPlaces(words.get(word) ?? []) })
  await ofWords.flush(db)
  const ofTickets = rowWriter('search_tickets', ['sequence', 'words'])
  for (const ticket of tickets) ofTickets.add(ticket)
  await ofTickets.flush(db)
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
