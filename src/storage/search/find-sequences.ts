import type { Kysely } from 'kysely'
import type { Term } from '../../core/search/question.ts'
import { once } from '../once.ts'
import type { Tables } from '../tables.ts'
import { padded } from './index-ticket.ts'
import {
  addPostings,
  BLOCK,
  blockOf,
  countBits,
  keepCommon,
  noBits,
  placeOf,
  placesOf,
  type Bits,
} from './postings.ts'

/**
 * Why an index of our own and not the engine's: the same words, order and counts on SQLite and on PostgreSQL, kept in
 * the ticket's own transaction, with nothing left behind by an erasure but what secure_delete wipes. Its key begins with
 * the block, so newest first and "any word that begins so" are one walk down the blocks, of which a million tickets have
 * 245; every block's answer is a few hundred bytes, so two common words are met and counted without looking at a ticket.
 */
type Found = { readonly block: number; readonly bits: Bits }

/** The newest block answers most; each further look takes as many as give about so many rows, but not all at once. */
const ROWS_A_LOOK = 1000
const MOST_A_LOOK = 128
/** The newest block may have few tickets yet, and foretells too few rows for many full ones. */
const TIMES_A_LOOK = 8
/** Above all words of UTF-8 text. */
const LAST = '\u{10ffff}'

type Look = { readonly rows: number; readonly found: ReadonlyMap<number, Bits> }

const add = (found: Map<number, Bits>, rows: readonly { block: number; tickets: string }[]): void => {
  for (const { block, tickets } of rows) {
    let bits = found.get(block)
    if (bits === undefined) {
      bits = noBits()
      found.set(block, bits)
    }
    addPostings(bits, tickets)
  }
}

const inBlocks = (db: Kysely<Tables>, blocks: readonly number[]) =>
  db.selectFrom('search_words').select(['block', 'tickets']).where('block', 'in', blocks)
const ofWords = once((db: Kysely<Tables>, blocks: readonly number[], words: readonly string[]) =>
  inBlocks(db, blocks).where('word', 'in', words),
)
const ofBeginning = once((db: Kysely<Tables>, blocks: readonly number[], from: string, to: string) =>
  inBlocks(db, blocks).where('word', '>=', from).where('word', '<', to),
)

/** What has a term, in these blocks. */
const having = async (db: Kysely<Tables>, term: Term, blocks: readonly number[]): Promise<Look> => {
  const found = new Map<number, Bits>()
  let read = 0
  const within = padded(blocks)
  if (term.words.length > 0) {
    const rows = await ofWords(db, within, padded(term.words))
    add(found, rows)
    read += rows.length
  }
  for (const beginning of term.beginnings) {
    const rows = await ofBeginning(db, within, beginning, beginning + LAST)
    add(found, rows)
    read += rows.length
  }
  return { rows: read, found }
}

/** The longer what was typed, the fewer have it; whole words that mark a ticket have many. */
const fewestFirst = (terms: readonly Term[]): readonly Term[] => {
  const telling = ({ beginnings }: Term): number =>
    beginnings.length === 0 ? 0 : Math.max(...beginnings.map(({ length }) => length))
  return terms.toSorted((one, other) => telling(other) - telling(one))
}

const inAll = async (
  db: Kysely<Tables>,
  terms: readonly Term[],
  blocks: readonly number[],
): Promise<{ readonly rows: number; readonly found: readonly Found[] }> => {
  let left: ReadonlyMap<number, Bits> | null = null
  let read = 0
  for (const term of terms) {
    const within: readonly number[] = left === null ? blocks : [...left.keys()]
    if (within.length === 0) break
    const { rows, found } = await having(db, term, within)
    read += rows
    const both = new Map<number, Bits>()
    for (const [block, bits] of found) {
      const before = left?.get(block)
      if (before) keepCommon(bits, before)
      if (bits.some((word) => word !== 0)) both.set(block, bits)
    }
    left = both
  }
  const found = [...(left ?? [])].map(([block, bits]) => ({ block, bits }))
  return { rows: read, found: found.toSorted((one, other) => other.block - one.block) }
}

const newestBlock = async (db: Kysely<Tables>): Promise<number> => {
  const row = await db
    .selectFrom('search_words')
    .select('block')
    .orderBy('block', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.block ?? -1
}

const downFrom = (block: number, most: number): readonly number[] =>
  Array.from({ length: Math.min(most, block + 1) }, (_, down) => block - down)

export type Wanted = {
  readonly terms: readonly Term[]
  /** Older than this one only. */
  readonly before: number | null
  /** So many of those are passed over. */
  readonly skip: number
  readonly limit: number
  /** So many rows of the index are read before it is left at a page that is full. */
  readonly most: number
}

/** A page that is not full is given up after so many times as many rows; it is gone on with by the next question. */
const PATIENCE = 2

export type Sequences = {
  /** The newest first. */
  readonly sequences: readonly number[]
  /** How many there are from `before` on, passed over or not. */
  readonly total: number
  /** False: there may be more than `total`, which were not counted. */
  readonly isWhole: boolean
  /** Where the next page begins, as its `before`; null at the end. */
  readonly next: number | null
}

/** The tickets that have all of `terms`, the newest first, and how many there are. */
export const findSequences = async (db: Kysely<Tables>, wanted: Wanted): Promise<Sequences> => {
  const { before, skip, limit, most } = wanted
  const terms = fewestFirst(wanted.terms)
  let block = before === null ? await newestBlock(db) : blockOf(before)
  const sequences: number[] = []
  let [total, rows, length] = [0, 0, 1]
  while (block >= 0) {
    const blocks = downFrom(block, length)
    const answer = await inAll(db, terms, blocks)
    for (const { block: at, bits } of answer.found) {
      if (before !== null && at === blockOf(before)) keepBelow(bits, placeOf(before))
      const count = countBits(bits)
      if (sequences.length < limit && total + count > skip) {
        const from = Math.max(0, skip - total)
        for (const place of placesOf(bits).slice(from, from + limit - sequences.length))
          sequences.push(at * BLOCK + place)
      }
      total += count
    }
    rows += answer.rows
    block -= blocks.length
    const expected = Math.floor((ROWS_A_LOOK * blocks.length) / (answer.rows + 1))
    length = Math.min(MOST_A_LOOK, length * TIMES_A_LOOK, Math.max(1, expected))
    if (rows > (sequences.length >= limit ? most : most * PATIENCE)) break
  }
  const isWhole = block < 0
  const isAll = isWhole && total <= skip + sequences.length
  const last = sequences.length >= limit ? sequences.at(-1) : (block + 1) * BLOCK
  return { sequences, total, isWhole, next: isAll ? null : (last ?? null) }
}

const keepBelow = (bits: Bits, place: number): void => {
  const at = place >>> 5
  bits[at] = (bits[at] ?? 0) & ((1 << (place & 31)) - 1)
  bits.fill(0, at + 1)
}
