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

export const ticketNumber = (sequence: number): string => `T-${String(sequence).padStart(4, '0')}`
