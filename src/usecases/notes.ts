import { done, failed, type Answer } from '../core/failure.ts'
import type { TicketView } from '../contract/views.ts'
import { changeTicket, eventAt } from './change-ticket.ts'
import { notesOf } from './notes-of.ts'
import type { TicketDesk } from './show-ticket.ts'

/**
 * Writes a note, on a closed ticket too. A correction is a note of its own that names the one it corrects; an empty one
 * takes it back.
 */
export const addNote = (
  desk: TicketDesk,
  id: string,
  text: string,
  corrects: string | null = null,
): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const words = text.trim()
    if (words === '' && corrects === null) return failed('note.empty')
    const corrected = notesOf(ticket.events).find((note) => note.id === corrects)
    if (corrects !== null && !corrected) return failed('note.unknown', { number: ticket.number })
    // What is still in somebody's form may be what was erased.
    if (corrected?.text === null) return failed('note.erased')
    return done({
      event: {
        ...eventAt(desk),
        code: 'note',
        details: corrects === null ? {} : { corrects },
        words: { text: words },
      },
    })
  })
