import type { Kysely } from 'kysely'
import { CHAIN_START, eventHash, EVENTS, type ChainedEvent } from '../event-chain.ts'

type Then = {
  events: ChainedEvent & { link: number | null; hash: string | null }
  chains: { name: string; links: number; hash: string }
}

/** Every event is chained to the one before it, so that a history that was edited by hand is found. */
export const up = async (unknown: Kysely<unknown>): Promise<void> => {
  const { schema } = unknown
  await schema.alterTable('events').addColumn('link', 'integer').execute()
  await schema.alterTable('events').addColumn('hash', 'text').execute()
  await schema
    .createTable('chains')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('links', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  const db = unknown as unknown as Kysely<Then>
  // Ids are UUIDv7: their order is the order in which they were made.
  const events = await db
    .selectFrom('events')
    .select(['id', 'ticket_id', 'position', 'at', 'who', 'code', 'details'])
    .orderBy('id')
    .execute()
  let hash = CHAIN_START
  for (const [index, event] of events.entries()) {
    hash = eventHash(hash, event)
    await db
      .updateTable('events')
      .set({ link: index + 1, hash })
      .where('id', '=', event.id)
      .execute()
  }
  await db.insertInto('chains').values({ name: EVENTS, links: events.length, hash }).execute()
  await schema.createIndex('events_link').on('events').column('link').unique().execute()
}
