import type { Kysely } from 'kysely'
import * as record from './0010-record.ts'
import * as eventChain from './0020-event-chain.ts'
import * as phoneKey from './0030-phone-key.ts'
import * as ticketWaits from './0050-ticket-waits.ts'
import * as intake from './0051-intake.ts'
import * as ownKnowledge from './0040-own-knowledge.ts'
import * as searchIndex from './0060-search-index.ts'
import * as closedTickets from './0080-closed-tickets.ts'
import * as bundledAttempts from './0110-bundled-attempts.ts'
import * as erasedNotes from './0120-erased-notes.ts'

export type Migration = { readonly name: string; readonly up: (db: Kysely<unknown>) => Promise<void> }

/** In the order they are applied. Forward only; an applied one is never edited. Numbers leave gaps for late-comers. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0010-record', up: record.up },
  { name: '0020-event-chain', up: eventChain.up },
  { name: '0030-phone-key', up: phoneKey.up },
  { name: '0040-own-knowledge', up: ownKnowledge.up },
  { name: '0050-ticket-waits', up: ticketWaits.up },
  { name: '0051-intake', up: intake.up },
  { name: '0060-search-index', up: searchIndex.up },
  { name: '0080-closed-tickets', up: closedTickets.up },
  { name: '0110-bundled-attempts', up: bundledAttempts.up },
  { name: '0120-erased-notes', up: erasedNotes.up },
]
