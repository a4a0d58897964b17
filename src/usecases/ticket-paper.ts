import { done, failed, type Answer } from '../core/failure.ts'
import { makePaper } from '../core/paper/make-paper.ts'
import { paperHtml } from '../core/paper/paper-html.ts'
import { fitsOn, SIZES_OF, type PaperKind, type PaperSize } from '../core/paper/paper.ts'
import type { TicketView } from '../contract/views.ts'
import { COUNTER } from './counter.ts'
import { shopOf } from './shop.ts'
import { showTicket, type TicketDesk } from './show-ticket.ts'

export type WantedPaper = { readonly id: string; readonly kind: PaperKind; readonly size: PaperSize }
export type TicketPaper = { readonly number: string; readonly html: string }

/** Whoever opened it; '' while nobody at the counter has a name. */
const takenInBy = ({ history }: TicketView): string => {
  const who = history[0]?.who ?? COUNTER
  return who === COUNTER ? '' : who
}

/** One of a ticket's papers as a page of its own, as the ticket is kept now; nothing is changed by it. */
export const ticketPaper = async (
  desk: TicketDesk,
  { id, kind, size }: WantedPaper,
): Promise<Answer<TicketPaper>> => {
  if (!fitsOn(kind, size))
    return failed('input.invalid', { field: 'size', why: `it has to be one of ${SIZES_OF[kind].join(', ')}` })
  const shown = await showTicket(desk, id)
  if (!shown.ok) return shown
  const ticket = { ...shown.value, takenInBy: takenInBy(shown.value) }
  const made = { now: new Date().toISOString(), shop: shopOf(desk) }
  const paper = makePaper(kind, ticket, made, desk.speech)
  return done({ number: ticket.number, html: paperHtml(paper, size, desk.speech.language) })
}
