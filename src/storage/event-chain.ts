import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { once } from './once.ts'
import { storable } from './storable.ts'
import type { Tables } from './tables.ts'

/** An event as it is hashed: all of it, as it stands in the record. */
export type ChainedEvent = {
  readonly id: string
  readonly ticket_id: string
  readonly position: number
  readonly at: string
  readonly who: string
  readonly code: string
  readonly details: string
}

/** What the chain begins with. */
export const CHAIN_START = ''
/** Its name in the table of chains. */
export const EVENTS = 'events'

/**
 * The fingerprint of an event and of all before it (SHA-256, hex). It finds what was edited, taken out or put in by
 * hand; who can rewrite the whole file can rewrite the chain too, and only a copy kept elsewhere tells on them.
 */
export const eventHash = (before: string, event: ChainedEvent): string => {
  const { id, ticket_id, position, at, who, code, details } = event
  return createHash('sha256')
    .update(JSON.stringify([before, id, ticket_id, position, at, storable(who), code, details]))
    .digest('hex')
}

/**
 * The next place in the chain, inside the caller's transaction: the row is written first, so that of two counters the
 * second waits here.
 */
export const nextLink = async (db: Kysely<Tables>): Promise<{ link: number; before: string }> => {
  const [chain] = await oneMore(db)
  if (!chain) throw new Error('the history has no chain')
  return { link: chain.links, before: chain.hash }
}

const oneMore = once((db: Kysely<Tables>) =>
  db
    .updateTable('chains')
    .set({ links: sql<number>`links + 1` })
    .where('name', '=', EVENTS)
    .returning(['links', 'hash']),
)
const setEnd = once((db: Kysely<Tables>, hash: string) =>
  db.updateTable('chains').set({ hash }).where('name', '=', EVENTS),
)

export const closeLink = async (db: Kysely<Tables>, hash: string): Promise<void> => {
  await setEnd(db, hash)
}

/** Where the chain ought to end. */
export const chainEnd = (db: Kysely<Tables>): Promise<{ links: number; hash: string }> =>
  db.selectFrom('chains').select(['links', 'hash']).where('name', '=', EVENTS).executeTakeFirstOrThrow()
