import type { Transaction } from 'kysely'
import { wordsOfTicket } from '../../core/search/searchable.ts'
import { holdIndex, joined } from '../search/index-ticket.ts'
import { addPostings, noBits, placeOf, placesOf } from '../search/postings.ts'
import type { TicketParts } from '../search/ticket-parts.ts'
import type { Tables } from '../tables.ts'
import { writeBlock } from '../search/fill-index.ts'

export type TicketWords = {
  readonly add: (ticket: TicketParts) => void
  readonly write: (db: Transaction<Tables>) => Promise<void>
}

/** The index of a block to which tickets are added at its end, written as a whole. */
export const blockWords = async (db: Transaction<Tables>, block: number): Promise<TicketWords> => {
  await holdIndex(db)
  const words = new Map<string, number[]>()
  const kept = await db.selectFrom('search_words').selectAll().where('block', '=', block).execute()
  for (const { word, tickets } of kept) {
    const bits = noBits()
    addPostings(bits, tickets)
    words.set(word, placesOf(bits).toReversed())
  }
  const added: { sequence: number; words: string }[] = []
  return {
    add: (parts) => {
      const ofTicket = wordsOfTicket(parts)
      added.push({ sequence: parts.sequence, words: joined(ofTicket) })
      for (const word of ofTicket) {
        const places = words.get(word)
        if (places) places.push(placeOf(parts.sequence))
        else words.set(word, [placeOf(parts.sequence)])
      }
    },
    write: async (transaction) => {
      if (kept.length > 0) await transaction.deleteFrom('search_words').where('block', '=', block).execute()
      await writeBlock(transaction, { block, words, tickets: added })
    },
  }
}
