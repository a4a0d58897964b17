import { done, failed, missingCase, type Answer } from './failure.ts'
import type { Attempt, CloseResult, Ticket, TicketState, Wait, Waiting, Warranty } from './ticket.ts'

/** What the moves of a ticket rest on. */
type Standing = Pick<Ticket, 'state' | 'number' | 'workedFix'>

type Moved = {
  readonly state: TicketState
  readonly result: CloseResult | null
  readonly workedFix: string | null
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
const resultRefused = ({ number, workedFix }: Standing, result: CloseResult): Answer<null> => {
  if (result === 'fixed' && workedFix === null) return failed('ticket.no-working-fix', { number })
  if (result === 'not-fixed' && workedFix !== null)
    return failed('ticket.has-working-fix', { number, fix: workedFix })
  return done(null)
}

/** What a ticket becomes when an attempt is recorded; whatever it waited for is over then. */
export const afterAttempt = (ticket: Standing, attempt: Pick<Attempt, 'fix' | 'outcome'>): Answer<Moved> => {
  const { state, workedFix } = ticket
  if (state === 'closed') return refused('ticket.closed', ticket)
  if (state === 'ready') return refused('ticket.ready', ticket)
  const moved = { result: null, waiting: null }
  if (attempt.outcome === 'worked') return done({ ...moved, state: 'fixed', workedFix: attempt.fix })
  // The same fix that once worked has now failed: it did not last. Another fix failing later takes nothing away.
  if (attempt.fix === workedFix) return done({ ...moved, state: 'diagnosing', workedFix: null })
  return done({ ...moved, state: state === 'waiting' ? 'diagnosing' : state, workedFix })
}

/** Only a case that is still open can wait; one wait may follow another. */
export const afterWait = (ticket: Standing, wait: Wait, at: string): Answer<Moved> => {
  const { state, number, workedFix } = ticket
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
      return done({ state: 'waiting', result: null, workedFix, waiting: { for: wait, since: at, until } })
    }
    default:
      return missingCase(state)
  }
}

/** Back to the bench, from waiting or from the shelf. */
export const afterResume = (ticket: Standing): Answer<Moved> => {
  const { state, number, workedFix } = ticket
  if (state === 'closed') return refused('ticket.closed', ticket)
  if (state !== 'waiting' && state !== 'ready') return failed('ticket.not-waiting', { number })
  const back = state === 'ready' && workedFix !== null ? 'fixed' : 'diagnosing'
  return done({ state: back, result: null, workedFix, waiting: null })
}

/** All is done that will be: how it ended is settled, the customer only has to come. */
export const afterReady = (ticket: Standing, result: CloseResult): Answer<Moved> => {
  if (ticket.state === 'closed') return refused('ticket.closed', ticket)
  if (ticket.state === 'ready') return refused('ticket.ready', ticket)
  const agrees = resultRefused(ticket, result)
  return agrees.ok ? done({ state: 'ready', result, workedFix: ticket.workedFix, waiting: null }) : agrees
}

/** The phone goes back to its owner, from any state. */
export const afterClose = (
  ticket: Standing,
  result: CloseResult,
): Answer<Omit<Moved, 'result'> & { readonly result: CloseResult }> => {
  if (ticket.state === 'closed') return refused('ticket.closed', ticket)
  const agrees = resultRefused(ticket, result)
  return agrees.ok ? done({ state: 'closed', result, workedFix: ticket.workedFix, waiting: null }) : agrees
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
    ? done({ state: 'diagnosing', result: null, workedFix: null, waiting: null })
    : failed('ticket.not-closed', { number: ticket.number })

/** Anything else that changes a ticket (symptoms, check results) needs it open. */
export const refuseIfClosed = (ticket: Pick<Ticket, 'state' | 'number'>): Answer<null> =>
  ticket.state === 'closed' ? failed('ticket.closed', { number: ticket.number }) : done(null)
