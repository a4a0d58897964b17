import { done, failed, type Answer } from '../core/failure.ts'
import { workedFixes } from '../core/worked-fixes.ts'
import type { TicketView } from '../contract/views.ts'
import type { Store, StoredInspection, StoredTicket } from '../storage/store.ts'
import { changesOf, readingsOfStored } from './changes-of.ts'
import type { Shop } from './shop.ts'
import { inspectionView, ticketView, type Speech } from './ticket-view.ts'

/** Which connected phone a ticket belongs to now, if any. */
export type PhoneOfTicket = (ticketId: string) => string | null

export type TicketDesk = {
  readonly store: Store
  readonly speech: Speech
  readonly phoneOf: PhoneOfTicket
  /** Whether a sign-in is watched for this ticket now. */
  readonly isWatched?: (ticketId: string) => boolean
  readonly shop?: () => Shop
}

/** While a phone is read again, what is not there yet is taken from the last time. */
const earlier = async (
  store: Store,
  inspection: StoredInspection | null,
): Promise<Answer<StoredInspection | null>> =>
  inspection?.tookMs === null && inspection.ticketId !== null
    ? store.latestInspectionOfTicket(inspection.ticketId, 'ended')
    : done(null)

/**
 * A ticket that is fixed is judged by what was read before the fix: afterwards the phone shows no more what was wrong,
 * and the cause would be looked for elsewhere.
 */
const beforeTheFix = async (store: Store, ticket: StoredTicket): Promise<Answer<StoredInspection | null>> => {
  const stands = workedFixes(ticket)
  const worked = ticket.attempts.findLast(({ fix, outcome }) => outcome === 'worked' && stands.includes(fix))
  return worked ? store.latestInspectionOfTicket(ticket.id, 'ended', worked.at) : done(null)
}

export const viewOf = async (desk: TicketDesk, ticket: StoredTicket): Promise<Answer<TicketView>> => {
  const inspection = await desk.store.latestInspectionOfTicket(ticket.id)
  if (!inspection.ok) return inspection
  const before = await earlier(desk.store, inspection.value)
  if (!before.ok) return before
  const first = inspection.value ? await desk.store.firstInspectionOfTicket(ticket.id) : done(null)
  if (!first.ok) return first
  const judged = await beforeTheFix(desk.store, ticket)
  if (!judged.ok) return judged
  const view = inspection.value ? inspectionView(inspection.value, before.value) : null
  const changes = changesOf(first.value, view, before.value ?? inspection.value, desk.speech.say)
  const judgedBy = judged.value ? readingsOfStored(judged.value) : (view?.readings ?? null)
  const now = { phoneKey: desk.phoneOf(ticket.id), isWatched: desk.isWatched?.(ticket.id) ?? false }
  return done(ticketView(ticket, view, judgedBy, changes, now, desk.speech))
}

export const showTicket = async (desk: TicketDesk, idOrNumber: string): Promise<Answer<TicketView>> => {
  const ticket = await desk.store.ticket(idOrNumber)
  if (!ticket.ok) return ticket
  return ticket.value ? viewOf(desk, ticket.value) : failed('ticket.unknown', { id: idOrNumber })
}
