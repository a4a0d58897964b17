import type { Kysely, Transaction } from 'kysely'
import { failed } from '../core/failure.ts'
import { eraseTyping } from './erase-typing.ts'
import { addEvent } from './events.ts'
import { indexTicket } from './search/index-ticket.ts'
import type { Tables } from './tables.ts'
import { Refused } from './trouble.ts'

type Db = Kysely<Tables>

const detail = (details: string, name: string): string | null => {
  const parsed: unknown = JSON.parse(details)
  const value: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : null
  return typeof value === 'string' ? value : null
}

/** The events whose words went, as the event that says so names them. */
export const erasedBy = (details: string): readonly string[] => detail(details, 'events')?.split(' ') ?? []

type NoteEvents = { readonly ticketId: string; readonly ids: readonly string[] }

/** A note as it was first written and each time that it was put right, by the id of any of these. */
export const eventsOfNote = async (db: Db, id: string): Promise<NoteEvents | null> => {
  const notes = db.selectFrom('events').select(['id', 'ticket_id', 'details']).where('code', '=', 'note')
  const named = await notes.where('id', '=', id).executeTakeFirst()
  if (!named) return null
  const first = detail(named.details, 'corrects') ?? named.id
  const all = await notes.where('ticket_id', '=', named.ticket_id).orderBy('position').execute()
  const own = all.filter((each) => each.id === first || detail(each.details, 'corrects') === first)
  return { ticketId: named.ticket_id, ids: own.map((each) => each.id) }
}

/** All ids that a note's words are known by; a copy may have some of them. None where there is no such note. */
export const idsOfNote = async (db: Db, id: string): Promise<readonly string[]> =>
  (await eventsOfNote(db, id))?.ids ?? []

const erasedOn = async (db: Db, ticketId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('events')
    .select('details')
    .where('ticket_id', '=', ticketId)
    .where('code', '=', 'note-erased')
    .execute()
  return rows.flatMap(({ details }) => erasedBy(details))
}

/** Takes away the words of notes that the ticket's history calls erased; of which events there were any. */
export const dropErasedWords = async (
  db: Transaction<Tables>,
  ticketId: string,
): Promise<readonly string[]> => {
  const ids = await erasedOn(db, ticketId)
  if (ids.length === 0) return []
  const rows = await db.deleteFrom('event_words').where('event_id', 'in', ids).returning('event_id').execute()
  return rows.map(({ event_id }) => event_id)
}

/** Has the ticket's history say that a note is erased, once, with each id that it has by now. */
export const sayNoteErased = async (
  db: Transaction<Tables>,
  { ticketId, ids }: NoteEvents,
  at: string,
  who: string,
): Promise<void> => {
  const before = new Set(await erasedOn(db, ticketId))
  if (ids.every((each) => before.has(each))) return
  await db
    .updateTable('tickets')
    .set((build) => ({ revision: build('revision', '+', 1) }))
    .where('id', '=', ticketId)
    .execute()
  await addEvent(db, ticketId, { at, who, code: 'note-erased', details: { events: ids.join(' ') } })
}

/**
 * Forgets what a note says, with all that it said before it was put right. That there was one, and who erased it and
 * when, stays in the history. Done again it takes away nothing more, and nothing more is said.
 */
export const eraseNote = (
  db: Db,
  id: string,
  at: string,
  who: string,
): Promise<{ readonly ticketId: string }> =>
  db.transaction().execute(async (transaction) => {
    const note = await eventsOfNote(transaction, id)
    if (!note) throw new Refused(failed('note.missing', { id }).failure)
    const { ticketId, ids } = note
    await sayNoteErased(transaction, note, at, who)
    await dropErasedWords(transaction, ticketId)
    await eraseTyping(transaction, [`${ticketId} note ${ids[0] ?? ''}`])
    await indexTicket(transaction, ticketId)
    return { ticketId }
  })
