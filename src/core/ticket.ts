import { done, failed, type Answer } from './failure.ts'

/** diagnosing: no fix has worked yet · fixed: the last attempt worked, the customer has not left · closed: handed over. */
export const TICKET_STATES = ['diagnosing', 'fixed', 'closed'] as const
export type TicketState = (typeof TICKET_STATES)[number]

export const CLOSE_RESULTS = ['fixed', 'not-fixed', 'referred', 'declined'] as const
export type CloseResult = (typeof CLOSE_RESULTS)[number]

export const OUTCOMES = ['worked', 'failed', 'partly'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How an outcome was seen: the customer signed in, the readings changed, or only somebody's word. */
export const VERIFICATIONS = ['sign-in', 'readings', 'word'] as const
export type Verification = (typeof VERIFICATIONS)[number]

export const CONSENTS = ['read', 'change'] as const
export type Consent = (typeof CONSENTS)[number]

export const CHECK_RESULTS = ['passes', 'fails', 'unknown'] as const
export type CheckResult = (typeof CHECK_RESULTS)[number]

export type Attempt = {
  readonly fix: string
  readonly covers: readonly string[]
  readonly outcome: Outcome
  readonly verified: Verification
  /** ISO, UTC. */
  readonly at: string
}

export type HistoryEntry = { readonly at: string; readonly who: string; readonly what: string }

export type Customer = { readonly id: string; readonly name: string; readonly phone: string }

export type TicketDevice = { readonly id: string; readonly serial: string; readonly model: string | null }

export type Ticket = {
  readonly id: string
  /** The number people say, such as "T-0412". */
  readonly number: string
  readonly state: TicketState
  readonly result: CloseResult | null
  /** ISO, UTC. */
  readonly openedAt: string
  readonly closedAt: string | null
  readonly customer: Customer
  readonly device: TicketDevice | null
  readonly said: string
  readonly symptoms: readonly string[]
  readonly checks: Readonly<Record<string, CheckResult>>
  readonly consents: readonly Consent[]
  readonly attempts: readonly Attempt[]
  readonly workedFix: string | null
  readonly history: readonly HistoryEntry[]
  /** Opened on a training phone: kept, but told apart and never learned from. */
  readonly training: boolean
  /** Rises with every change; a change that names an older one is refused. */
  readonly revision: number
}

/** A ticket that the same phone, or the same customer, had before. */
export type SeenBefore = Pick<Ticket, 'number' | 'openedAt' | 'state' | 'result' | 'workedFix'> & {
  readonly ticketId: string
  readonly by: 'phone' | 'number'
}

/** What a ticket becomes when an attempt is recorded; refused on a closed ticket. */
export const afterAttempt = (
  ticket: Pick<Ticket, 'state' | 'number' | 'workedFix'>,
  attempt: Pick<Attempt, 'fix' | 'outcome'>,
): Answer<{ state: TicketState; workedFix: string | null }> => {
  if (ticket.state === 'closed') return failed('ticket.closed', { number: ticket.number })
  if (attempt.outcome === 'worked') return done({ state: 'fixed', workedFix: attempt.fix })
  // The same fix that once worked has now failed: it did not last. Another fix failing later takes nothing away.
  if (attempt.fix === ticket.workedFix) return done({ state: 'diagnosing', workedFix: null })
  return done({ state: ticket.state, workedFix: ticket.workedFix })
}

/** "fixed" needs a fix that worked, and a fix that worked rules out every other result but "declined". */
export const afterClose = (
  ticket: Pick<Ticket, 'state' | 'number' | 'workedFix'>,
  result: CloseResult,
): Answer<{ state: TicketState; result: CloseResult }> => {
  if (ticket.state === 'closed') return failed('ticket.closed', { number: ticket.number })
  if (result === 'fixed' && ticket.workedFix === null)
    return failed('ticket.no-working-fix', { number: ticket.number })
  if (result === 'not-fixed' && ticket.workedFix !== null)
    return failed('ticket.has-working-fix', { number: ticket.number, fix: ticket.workedFix })
  return done({ state: 'closed', result })
}

export const afterReopen = (
  ticket: Pick<Ticket, 'state' | 'number'>,
): Answer<{ state: TicketState; result: null; workedFix: null }> =>
  ticket.state === 'closed'
    ? done({ state: 'diagnosing', result: null, workedFix: null })
    : failed('ticket.not-closed', { number: ticket.number })

/** Anything else that changes a ticket (symptoms, check results) needs it open. */
export const refuseIfClosed = (ticket: Pick<Ticket, 'state' | 'number'>): Answer<null> =>
  ticket.state === 'closed' ? failed('ticket.closed', { number: ticket.number }) : done(null)

export const ticketNumber = (sequence: number): string => `T-${String(sequence).padStart(4, '0')}`
