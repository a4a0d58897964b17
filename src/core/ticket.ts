import type { Intake } from './intake.ts'

/**
 * diagnosing: no fix has worked yet · waiting: the same, but nothing can be done for now · fixed: the last attempt
 * worked, the customer has not left · ready: all is done that will be, the phone waits to be fetched · closed: handed over.
 */
export const TICKET_STATES = ['diagnosing', 'waiting', 'fixed', 'ready', 'closed'] as const
export type TicketState = (typeof TICKET_STATES)[number]

/**
 * What a ticket waits for: an answer or a visit of the customer, parts, a service centre, the end of Xiaomi's lock after
 * too many tries (24 to 72 hours), or of the week that a new Mi Account or SIM is held back.
 */
export const WAITS = ['customer', 'parts', 'service', 'hours-72', 'days-7'] as const
export type Wait = (typeof WAITS)[number]

export type Waiting = {
  readonly for: Wait
  /** ISO, UTC. */
  readonly since: string
  /** When it is over by itself; null where somebody has to say so. */
  readonly until: string | null
}

export const CLOSE_RESULTS = ['fixed', 'not-fixed', 'referred', 'declined'] as const
export type CloseResult = (typeof CLOSE_RESULTS)[number]

export const OUTCOMES = ['worked', 'failed', 'partly'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How an outcome was seen: the customer signed in, the readings changed, or only somebody's word. */
export const VERIFICATIONS = ['sign-in', 'readings', 'word'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/** What the customer allows, each apart: to read the phone, to change its settings, to restore its apps, to lose data. */
export const CONSENTS = ['read', 'change', 'restore', 'loss'] as const
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
  /** How long it took, where somebody said so. */
  readonly minutes?: number | null
  /** Who did it; '' where nobody said. */
  readonly technician?: string
  /** The same for all that were done before one sign-in try, with one outcome between them; null for one by itself. */
  readonly bundle?: string | null
}

export type HistoryEntry = {
  readonly at: string
  readonly who: string
  readonly what: string
  /** Set where it is a note that can still be put right. */
  readonly noteId?: string
}

/** Something written down about a ticket; what was wrong in it is put right by another one, never in place. */
export type Note = {
  readonly id: string
  readonly at: string
  readonly who: string
  /** Null once its customer, or what it says, was erased. */
  readonly text: string | null
  /** What stood there before, the oldest first. */
  readonly before: readonly { readonly at: string; readonly who: string; readonly text: string | null }[]
}

/** How long what was done is answered for. */
export type Warranty = {
  readonly days: number
  /** ISO, UTC; null until the first case is closed as fixed. */
  readonly until: string | null
}

export type Customer = { readonly id: string; readonly name: string; readonly phone: string }

/** What a technician reads off a phone; fifteen digits or '' for each IMEI. */
export type TypedDevice = {
  readonly imei: string
  readonly imei2: string
  readonly serial: string
  readonly model: string
}

export const NOTHING_TYPED: TypedDevice = { imei: '', imei2: '', serial: '', model: '' }

export type TicketDevice = {
  readonly id: string
  /** What the phone claims; what was typed where it was never read. */
  readonly serial: string
  readonly model: string | null
  readonly imeis?: readonly string[]
  /** Nothing of it was ever read: it is what people wrote down. */
  readonly isTyped?: boolean
}

export type Ticket = {
  readonly id: string
  /** The number people say, such as "T-0412". */
  readonly number: string
  readonly state: TicketState
  /** What it ended with, or will when it is fetched. */
  readonly result: CloseResult | null
  /** Null unless its state is "waiting". */
  readonly waiting: Waiting | null
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
  /** The fix that is known to have worked. */
  readonly workedFix: string | null
  /**
   * Where several were done before the sign-in that worked, all of them, the likeliest first: which of them it was
   * nobody has seen, and `workedFix` is null. Otherwise empty.
   */
  readonly workedTogether: readonly string[]
  readonly intake: Intake
  readonly warranty: Warranty | null
  /** The first ticket, where this one is its rework. */
  readonly reworkOf: { readonly id: string; readonly number: string } | null
  readonly history: readonly HistoryEntry[]
  /** Opened on a training phone: kept, but told apart and never learned from. */
  readonly training: boolean
  /** Rises with every change; a change that names an older one is refused. */
  readonly revision: number
}

/** A ticket that the same phone, or the same customer, had before. */
export type SeenBefore = Pick<
  Ticket,
  'number' | 'openedAt' | 'state' | 'result' | 'workedFix' | 'workedTogether'
> & {
  readonly ticketId: string
  /** What was thought to be the cause, by its id. */
  readonly cause: string | null
  readonly warranty: Warranty | null
  /** Null once erased. */
  readonly customer: Customer | null
  readonly by: 'phone' | 'imei' | 'number'
}

export const ticketNumber = (sequence: number): string => `T-${String(sequence).padStart(4, '0')}`
