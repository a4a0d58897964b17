import { done, failed, missingCase, type Answer } from './failure.ts'
import type { CloseResult, Outcome, Ticket, TicketState, Wait, Waiting, Warranty } from './ticket.ts'
import { workedFixes } from './worked-fixes.ts'

/** What the moves of a ticket rest on. */
type Standing = Pick<Ticket, 'state' | 'number' | 'workedFix' | 'workedTogether'>

type Moved = {
  readonly state: TicketState
  readonly result: CloseResult | null
  readonly workedFix: string | null
  readonly workedTogether: readonly string[]
  readonly waiting: Waiting | null
}

const HOUR = 60 * 60 * 1000

const lastsFor = (wait: Wait): number | null => {
  switch (wait) {
    case 'hours-72':
      return 72 * HOUR
    case 'days-7':
      return 7 * 24 * HOUR
    case 'customer':
    case 'parts':
    case 'service':
      return null
    default:
      return missingCase(wait)
  }
}

const refused = (code: 'ticket.closed' | 'ticket.ready', { number }: Standing) => failed(code, { number })

/** A result has to agree with what was tried: "fixed" needs a fix that worked, "not fixed" that none did. */
const resultRefused = (ticket: Standing, result: CloseResult): Answer<null> => {
  const { number } = ticket
  const worked = workedFixes(ticket)
  if (result === 'fixed' && worked.length === 0) return failed('ticket.no-working-fix', { number })
  if (result === 'not-fixed' && worked.length > 0)
    return failed('ticket.has-working-fix', { number, fix: worked.join(', ') })
  return done(null)
}

const workedOf = ({ workedFix, workedTogether }: Standing): Pick<Moved, 'workedFix' | 'workedTogether'> => ({
  workedFix,
  workedTogether,
})
const NOTHING_WORKED = { workedFix: null, workedTogether: [] } as const

/** One fix, or several before one sign-in try, the likeliest first. */
export type Tried = { readonly fixes: readonly string[]; readonly outcome: Outcome }

/** What a ticket becomes when an attempt is recorded; whatever it waited for is over then. */
export const afterAttempt = (ticket: Standing, { fixes, outcome }: Tried): Answer<Moved> => {
  const { state } = ticket
  if (state === 'closed') return refused('ticket.closed', ticket)
  if (state === 'ready') return refused('ticket.ready', ticket)
  const moved = { result: null, waiting: null }
  if (outcome === 'worked') {
    const [only = null] = fixes
    const worked =
      fixes.length === 1
        ? { workedFix: only, workedTogether: [] }
        : { workedFix: null, workedTogether: fixes }
    return done({ ...moved, ...worked, state: 'fixed' })
  }
  // The same fix that once worked has now failed: it did not last. Another fix failing later takes nothing away.
  if (workedFixes(ticket).some((fix) => fixes.includes(fix)))
    return done({ ...moved, ...NOTHING_WORKED, state: 'diagnosing' })
  return done({ ...moved, ...workedOf(ticket), state: state === 'waiting' ? 'diagnosing' : state })
}

/** Only a case that is still open can wait; one wait may follow another. */
export const afterWait = (ticket: Standing, wait: Wait, at: string): Answer<Moved> => {
  const { state, number } = ticket
  switch (state) {
    case 'closed':
      return refused('ticket.closed', ticket)
    case 'ready':
      return refused('ticket.ready', ticket)
    case 'fixed':
      return failed('ticket.fixed', { number })
    case 'diagnosing':
    case 'waiting': {
      const lasts = lastsFor(wait)
      const until = lasts === null ? null : new Date(Date.parse(at) + lasts).toISOString()
      const waiting = { for: wait, since: at, until }
      return done({ ...workedOf(ticket), state: 'waiting', result: null, waiting })
    }
    default:
      return missingCase(state)
  }
}

/** Back to the bench, from waiting or from the shelf. */
export const afterResume = (ticket: Standing): Answer<Moved> => {
  const { state, number } = ticket
  if (state === 'closed') return refused('ticket.closed', ticket)
  if (state !== 'waiting' && state !== 'ready') return failed('ticket.not-waiting', { number })
  const back = state === 'ready' && workedFixes(ticket).length > 0 ? 'fixed' : 'diagnosing'
  return done({ ...workedOf(ticket), state: back, result: null, waiting: null })
}

/** All is done that will be: how it ended is settled, the customer only has to come. */
export const afterReady = (ticket: Standing, result: CloseResult): Answer<Moved> => {
  if (ticket.state === 'closed') return refused('ticket.closed', ticket)
  if (ticket.state === 'ready') return refused('ticket.ready', ticket)
  const agrees = resultRefused(ticket, result)
  return agrees.ok ? done({ ...workedOf(ticket), state: 'ready', result, waiting: null }) : agrees
}

/** The phone goes back to its owner, from any state. */
export const afterClose = (
  ticket: Standing,
  result: CloseResult,
): Answer<Omit<Moved, 'result'> & { readonly result: CloseResult }> => {
  if (ticket.state === 'closed') return refused('ticket.closed', ticket)
  const agrees = resultRefused(ticket, result)
  return agrees.ok ? done({ ...workedOf(ticket), state: 'closed', result, waiting: null }) : agrees
}

const DAY = 24 * HOUR

/**
 * What is answered for from the day on that a ticket is first closed as fixed. It is never begun anew: not by a reopening,
 * and not by a rework, which has it from its first ticket.
 */
export const warrantyAfterClose = (
  before: Warranty | null,
  result: CloseResult,
  at: string,
  days: number,
): Warranty | null => {
  if (result !== 'fixed' || days === 0 || (before !== null && before.until !== null)) return before
  return { days, until: new Date(Date.parse(at) + days * DAY).toISOString() }
}

export const afterReopen = (ticket: Pick<Ticket, 'state' | 'number'>): Answer<Moved> =>
  ticket.state === 'closed'
    ? done({ ...NOTHING_WORKED, state: 'diagnosing', result: null, waiting: null })
    : failed('ticket.not-closed', { number: ticket.number })

/** Anything else that changes a ticket (symptoms, check results) needs it open. */
export const refuseIfClosed = (ticket: Pick<Ticket, 'state' | 'number'>): Answer<null> =>
  ticket.state === 'closed' ? failed('ticket.closed', { number: ticket.number }) : done(null)
