import type { Kysely, Transaction } from 'kysely'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { seeded } from '../../core/simulation/random.ts'
import { failed, type FailureCode } from '../../core/failure.ts'
import { chainEnd, EVENTS } from '../event-chain.ts'
import { BLOCK, blockOf } from '../search/postings.ts'
import type { Tables } from '../tables.ts'
import { Refused } from '../trouble.ts'
import { blockWords } from './block-words.ts'
import { SEEDED, type Seeding } from './seeding.ts'
import { ticketWriter, type TicketWriter } from './write-ticket.ts'

/** What a shop's record holds, if it holds anything: one row of one of these is somebody's work. */
const WORK = ['tickets', 'customers', 'devices', 'inspections', 'drafts', 'own_knowledge'] as const

const refuse = (code: FailureCode, file: string): never => {
  throw new Refused(failed(code, { file }).failure)
}

/** Invented people are never put among real ones: only into a record that is empty, or that was invented. */
const refuseRealRecord = async (db: Transaction<Tables>, file: string): Promise<void> => {
  const mark = await db.selectFrom('settings').select('value').where('name', '=', SEEDED).executeTakeFirst()
  if (mark) return
  for (const table of WORK) {
    const row = await db.selectFrom(table).selectAll().limit(1).executeTakeFirst()
    if (row) refuse('record.not-empty', file)
  }
  await db.insertInto('settings').values({ name: SEEDED, value: 'yes' }).execute()
}

const lastSequence = async (db: Kysely<Tables>): Promise<number> => {
  const row = await db
    .selectFrom('tickets')
    .select((build) => build.fn.max('sequence').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

const writeBlockOfTickets = async (
  db: Transaction<Tables>,
  block: number,
  to: number,
  writer: TicketWriter,
): Promise<number> => {
  const last = await lastSequence(db)
  const first = Math.max(last + 1, block * BLOCK)
  const words = await blockWords(db, block)
  const end = await chainEnd(db)
  const chain = { link: end.links, hash: end.hash }
  for (let sequence = first; sequence <= Math.min(to, (block + 1) * BLOCK - 1); sequence += 1)
    words.add(writer.add(sequence, chain))
  await writer.flush(db)
  await words.write(db)
  const written = await lastSequence(db)
  await db
    .updateTable('chains')
    .set({ links: chain.link, hash: chain.hash })
    .where('name', '=', EVENTS)
    .execute()
  await db
    .insertInto('counters')
    .values({ name: 'ticket', value: written })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: written }))
    .execute()
  return written
}

/**
 * Fills a record with invented tickets, for benchmarks and for looking around; the same for the same seed. A block of
 * tickets in a transaction each, so that a million of them take no more memory than a few thousand.
 */
export const seedRecord = async (
  db: Kysely<Tables>,
  file: string,
  { tickets, seed, progress }: Seeding,
  knowledge: Knowledge,
): Promise<{ readonly tickets: number; readonly total: number }> => {
  await db.transaction().execute((transaction) => refuseRealRecord(transaction, file))
  const before = await lastSequence(db)
  const to = before + tickets
  const writer = ticketWriter(knowledge, seeded(seed), { from: before, to })
  for (let block = blockOf(before + 1); block <= blockOf(to); block += 1) {
    const written = await db
      .transaction()
      .execute((transaction) => writeBlockOfTickets(transaction, block, to, writer))
    progress?.(written - before)
  }
  return { tickets, total: to }
}
