import type { TicketView } from '../contract/views.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { findFix } from '../core/knowledge/find.ts'
import type { Fix } from '../core/knowledge/schema.ts'
import { afterAttempt } from '../core/ticket-moves.ts'
import type { Outcome, Verification } from '../core/ticket.ts'
import { changeTicket, event } from './change-ticket.ts'
import { showTicket, type TicketDesk } from './show-ticket.ts'

/** More before one sign-in try than anybody does. */
export const MOST_TOGETHER = 8

type Tried = {
  readonly id: string
  readonly fix: string
  /** What else was done before the same sign-in try; the outcome is of all of them. */
  readonly with?: readonly string[] | undefined
  readonly outcome: Outcome
  readonly verified: Verification
  /** Of all of them. */
  readonly minutes?: number | null | undefined
}

/** Each fix once, by the knowledge's own id. */
const fixesOf = (desk: TicketDesk, { fix, with: others = [] }: Tried): Answer<readonly Fix[]> => {
  const fixes: Fix[] = []
  for (const id of [fix, ...others]) {
    const known = findFix(desk.speech.knowledge, id)
    if (!known) return failed('knowledge.unknown', { kind: 'fix', id })
    if (!fixes.includes(known)) fixes.push(known)
  }
  return done(fixes)
}

/** The likeliest to have helped first, by what was known before: which of them it was nobody has seen. */
const likeliestFirst = async (
  desk: TicketDesk,
  id: string,
  fixes: readonly Fix[],
): Promise<Answer<readonly string[]>> => {
  if (fixes.length === 1) return done(fixes.map((fix) => fix.id))
  const ticket = await showTicket(desk, id)
  if (!ticket.ok) return ticket
  const { causes } = ticket.value.diagnosis
  const helps = (fix: Fix): number =>
    causes.reduce((sum, cause) => sum + cause.probability * (fix.fixes[cause.id] ?? 0), 0)
  return done(fixes.toSorted((one, other) => helps(other) - helps(one)).map((fix) => fix.id))
}

/** What was done before one sign-in try and how that ended: one fix, or several of which the outcome is together. */
export const recordAttempt = async (desk: TicketDesk, input: Tried): Promise<Answer<TicketView>> => {
  const found = fixesOf(desk, input)
  if (!found.ok) return found
  const fixes = found.value
  const [first] = fixes
  if (!first) return failed('knowledge.unknown', { kind: 'fix', id: input.fix })
  const ranked = await likeliestFirst(desk, input.id, fixes)
  if (!ranked.ok) return ranked
  const { outcome, verified, minutes = null } = input
  const others = fixes.slice(1).map(({ id }) => id)
  return changeTicket(desk, input.id, (ticket) => {
    const moved = afterAttempt(ticket, { fixes: ranked.value, outcome })
    if (!moved.ok) return moved
    const made = event(desk, 'attempt', {
      fix: first.id,
      ...(others.length > 0 && { with: others.join(' ') }),
      outcome,
      verified,
      ...(minutes !== null && { minutes }),
    })
    return done({
      ...moved.value,
      attempts: fixes.map(({ id, covers }, index) => ({
        fix: id,
        covers,
        outcome,
        verified,
        at: made.at,
        // They are of the whole, and would be counted once for each.
        minutes: index === 0 ? minutes : null,
        technician: desk.shop === undefined ? '' : made.who,
      })),
      event: made,
    })
  })
}
