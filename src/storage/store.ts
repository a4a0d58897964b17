import type { Answer } from '../core/failure.ts'
import type { Intake } from '../core/intake.ts'
import type { TicketOutcome } from '../core/learning/outcome.ts'
import type { ListedPhone, StopReason } from '../core/phone.ts'
import type { SectionOutput } from '../core/probes/probe.ts'
import type { Reading } from '../core/reading.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import type { MeantBy } from '../core/search/question.ts'
import type { Report } from '../core/reports/report.ts'
import type {
  Attempt,
  CheckResult,
  CloseResult,
  Consent,
  Customer,
  SeenBefore,
  Ticket,
  TicketState,
  TypedDevice,
  Waiting,
  Warranty,
} from '../core/ticket.ts'
import type { Seeding } from './seeding/seeding.ts'
import type { Pace } from './pace.ts'

/** What happened to a ticket; the words are made when it is shown. */
export type TicketEvent = {
  readonly at: string
  readonly who: string
  readonly code:
    | 'opened'
    | 'phone'
    | 'symptoms'
    | 'consents'
    | 'screen'
    | 'screen-nothing'
    | 'watch'
    | 'logged'
    | 'watch-ended'
    | 'check'
    | 'loss-agreed'
    | 'attempt'
    | 'waiting'
    | 'resumed'
    | 'ready'
    | 'closed'
    | 'reopened'
    | 'intake'
    | 'device'
    | 'merged'
    | 'rework'
    | 'came-back'
    | 'note'
    | 'note-erased'
    | 'corrected'
    | 'erased'
    | 'imported'
  readonly details: Readonly<Record<string, string | number>>
  /** What of it is somebody's own: kept beside the history, and gone when they are erased. */
  readonly words?: Readonly<Record<string, string>>
}

/** As it lies in the record. */
export type StoredEvent = TicketEvent & { readonly id: string }

export type StoredTicket = Omit<Ticket, 'history'> & { readonly events: readonly StoredEvent[] }

/** The advice as it was given, kept so that it can later be compared with what helped. */
export type Advice = {
  readonly knowledgeVersion: string
  readonly causes: readonly { readonly id: string; readonly probability: number }[]
  readonly next: string | null
}

export type NewTicket = {
  readonly customerName: string
  readonly customerPhone: string
  readonly said: string
  readonly symptoms: readonly string[]
  readonly consents: readonly Consent[]
  /** The inspection on the screen when the ticket was opened; its phone becomes the ticket's. */
  readonly inspectionId: string | null
  readonly intake?: Intake
  /** Somebody who was here before; a name or number written otherwise now is put right. */
  readonly customerId?: string | null
  readonly device?: TypedDevice
  /** The ticket whose work did not last, or was not all. */
  readonly reworkOf?: string | null
  readonly at: string
  readonly who: string
  /** What else there is to tell of it than that it was opened. */
  readonly events?: readonly TicketEvent[]
}

export type TicketChange = {
  readonly state?: TicketState
  readonly result?: CloseResult | null
  readonly workedFix?: string | null
  readonly workedTogether?: readonly string[]
  readonly waiting?: Waiting | null
  readonly closedAt?: string | null
  readonly symptoms?: readonly string[]
  readonly consents?: readonly Consent[]
  readonly checks?: Readonly<Record<string, CheckResult>>
  /** Several where they were done before one sign-in try: they are tied together. */
  readonly attempts?: readonly Omit<Attempt, 'bundle'>[]
  readonly intake?: Intake
  readonly said?: string
  readonly warranty?: Warranty | null
  /** The event that says so is made where both tickets are known. */
  readonly reworkOf?: string
  /** Of the customer; their other tickets say the same from then on, and that it was put right. */
  readonly customer?: { readonly name: string; readonly phone: string }
  /** What was read on the phone that turns out to be the ticket's. */
  readonly inspectionId?: string
  readonly event: TicketEvent
}

export type TicketQuery = {
  readonly search: string
  /** What the knowledge's titles say for the words of `search`. */
  readonly meant?: MeantBy
  readonly state: TicketState | null
  readonly result?: CloseResult | null
  /** True: only on training phones; false: only on real ones. */
  readonly training?: boolean | null
  readonly limit: number
}

/** A page of the list: a million tickets are never counted through to come to one. */
export type TicketPageQuery = TicketQuery & {
  /** Older than that ticket only: where the page before ended. */
  readonly before: number | null
  /** So many of those are passed over, to come to where somebody has scrolled. */
  readonly skip: number
}

/** As much of a ticket as a list shows. */
export type TicketRow = Pick<
  Ticket,
  'id' | 'number' | 'state' | 'waiting' | 'result' | 'openedAt' | 'training' | 'workedFix' | 'workedTogether'
> & {
  readonly sequence: number
  readonly customerName: string
  readonly customerPhone: string
  readonly model: string | null
  readonly serial: string
  readonly said: string
  readonly symptoms: readonly string[]
  readonly fixes: readonly string[]
}

export type TicketPage = {
  readonly rows: readonly TicketRow[]
  /** How many there are from `before` on. */
  readonly total: number
  /** False: there are more than `total`, which would have taken too long to count. */
  readonly isWhole: boolean
  /** Where the next page begins, as its `before`; null: this is the last. */
  readonly next: number | null
}

export type NewInspection = {
  readonly id: string
  readonly phone: ListedPhone
  readonly training: boolean
  readonly startedAt: string
  readonly appVersion: string
}

export type StoredReading = {
  readonly id: string
  readonly reading: Reading<unknown>
  readonly sections: readonly string[]
  readonly at: string
}

export type StoredInspection = {
  readonly id: string
  readonly deviceId: string | null
  readonly ticketId: string | null
  readonly phone: ListedPhone
  readonly startedAt: string
  readonly tookMs: number | null
  readonly roundTrips: number | null
  readonly stopped: StopReason | null
  readonly sections: readonly SectionOutput[]
  readonly readings: readonly StoredReading[]
}

/** What is known of whoever comes to the counter: the phone by its device, the customer by their number. */
export type Sighting = {
  readonly deviceId?: string | undefined
  readonly phoneNumber?: string | undefined
  readonly imeis?: readonly string[] | undefined
}

/** A customer with their tickets, the newest first. */
export type CustomerRecord = {
  readonly customer: Customer
  /** Written on them before they turned out to be this one. */
  readonly before: readonly Customer[]
  readonly tickets: readonly StoredTicket[]
  /** Others with the same number, who may be the same. */
  readonly alike: readonly (Customer & { readonly tickets: number })[]
}

/** A phone with its tickets, the newest first, and the times that it was read. */
export type DeviceRecord = {
  readonly id: string
  /** What it claims; '' where it was never read. */
  readonly serial: string
  readonly model: string | null
  readonly typed: TypedDevice
  readonly training: boolean
  readonly tickets: readonly StoredTicket[]
  readonly readings: readonly {
    readonly id: string
    readonly ticketId: string | null
    readonly at: string
    readonly isWhole: boolean
  }[]
}

/** How much of a person was forgotten. */
export type Erased = {
  readonly tickets: number
  readonly ticketIds: readonly string[]
  readonly devices: number
  readonly inspections: number
  /** Tickets of other visits with the same number; each is erased by its own customer's id. */
  readonly sameNumber: readonly string[]
  /**
   * What is erased still stands in the engine's log: in SQLite because somebody else was reading the record; always in
   * PostgreSQL, where the server keeps its log.
   */
  readonly isInLog: boolean
}

export type ErasedNote = Pick<Erased, 'isInLog'> & { readonly ticketId: string }

/** What a look through the whole record found. */
export type RecordCheck = {
  readonly tickets: number
  /** Events whose place in the history is as it was written. */
  readonly events: number
  /** The first event that is not as it was written; both null: events at the end are missing. Null: all are. */
  readonly brokenAt: { readonly ticketId: string | null; readonly at: string | null } | null
  /** In the engine's own words. */
  readonly faults: readonly string[]
}

/** A closed ticket as it stands: a later revision may have ended otherwise. */
export type ClosedTicket = {
  readonly id: string
  readonly revision: number
  /** ISO, UTC. */
  readonly closedAt: string
  /** Its phone had another ticket soon after. */
  readonly cameBack: boolean
}

/** Closed from one moment on and before another (ISO, UTC; null: all); `now` is what ages are told from. */
export type ReportQuery = { readonly from: string | null; readonly to: string | null; readonly now: string }

/** The device and the ticket of a phone while it is on the bench, known without its serial. */
export type OwnDevice = {
  readonly deviceId: string | null
  readonly ticketId: string | null
  /** Its serial identifies it, as far as the bench knows. */
  readonly bySerial: boolean
}

/** A record of the shop's own knowledge as it lies in the store; nothing is taken for granted about the body. */
export type OwnRow = {
  readonly id: string
  readonly body: unknown
  /** ISO, UTC; given by the store. */
  readonly savedAt?: string
}
export type OwnChange = { readonly save: readonly OwnRow[]; readonly remove: readonly string[] }

/** The shop's record. Every function that writes has it on the disk when it answers ok. */
export type Store = {
  readonly openTicket: (ticket: NewTicket) => Promise<Answer<StoredTicket>>
  /** By id or by number; null when there is none. */
  readonly ticket: (idOrNumber: string) => Promise<Answer<StoredTicket | null>>
  /**
   * Changes a ticket: `decide` sees it as it is inside the transaction and says what becomes of it, or refuses.
   * Answers `ticket.unknown` when there is none.
   */
  readonly changeTicket: (
    idOrNumber: string,
    decide: (ticket: StoredTicket) => Answer<TicketChange>,
  ) => Promise<Answer<StoredTicket>>
  readonly tickets: (
    query: TicketQuery,
  ) => Promise<Answer<{ total: number; tickets: readonly StoredTicket[] }>>
  /** The same for a list that is looked at while it is scrolled, in a moment. */
  readonly ticketPage: (query: TicketPageQuery) => Promise<Answer<TicketPage>>
  /** The newest ticket that is still open on a device, if any. */
  readonly openTicketOfDevice: (deviceId: string) => Promise<Answer<string | null>>
  /** Null when there is none, or they were erased; the one that they turned out to be. */
  readonly customer: (id: string) => Promise<Answer<CustomerRecord | null>>
  /** Two customers are one from now on: the tickets of `from` are those of `into`, each history says so. */
  readonly mergeCustomers: (merge: {
    readonly into: string
    readonly from: string
    readonly at: string
    readonly who: string
  }) => Promise<Answer<null>>
  readonly device: (id: string) => Promise<Answer<DeviceRecord | null>>
  /** Writes down what a technician reads off a phone; its tickets say so. */
  readonly describeDevice: (
    id: string,
    typed: TypedDevice,
    event: Pick<TicketEvent, 'at' | 'who'>,
  ) => Promise<Answer<null>>
  /** The newest few; not those on a training phone. */
  readonly seenBefore: (sighting: Sighting) => Promise<Answer<readonly SeenBefore[]>>
  readonly saveAdvice: (ticketId: string, at: string, advice: Advice) => Promise<Answer<null>>

  readonly beginInspection: (inspection: NewInspection) => Promise<Answer<null>>
  /** Adds what has arrived since the last call. */
  readonly addReadings: (
    inspectionId: string,
    sections: readonly SectionOutput[],
    readings: readonly StoredReading[],
  ) => Promise<Answer<null>>
  /**
   * Finds or makes the device that an inspection was of, by the serial that the phone claims, and gives the inspection
   * to its open ticket. A serial that two devices have said is nobody's: then, and where `own` says so, the phone is the
   * device that it was until now, else a new one.
   */
  readonly nameDevice: (
    inspectionId: string,
    device: { serial: string; model: string | null; marketName: string | null; training: boolean },
    own?: OwnDevice,
  ) => Promise<Answer<string>>
  readonly endInspection: (
    inspectionId: string,
    end: { tookMs: number; roundTrips: number; stopped: StopReason | null },
  ) => Promise<Answer<null>>
  readonly inspection: (id: string) => Promise<Answer<StoredInspection | null>>
  /** The newest one; with "ended" the newest that was not cut short by a crash and is not running now. */
  readonly latestInspectionOfTicket: (
    ticketId: string,
    only?: 'ended',
    /** Begun at that moment or before it. */
    notAfter?: string,
  ) => Promise<Answer<StoredInspection | null>>
  /** The oldest that ended; one that was cut short only while none was read whole, as half of one hides changes. */
  readonly firstInspectionOfTicket: (ticketId: string) => Promise<Answer<StoredInspection | null>>

  readonly draft: (name: string) => Promise<Answer<string | null>>
  readonly saveDraft: (name: string, body: string | null) => Promise<Answer<null>>
  readonly setting: (name: string) => Promise<Answer<string | null>>
  readonly saveSetting: (name: string, value: string) => Promise<Answer<null>>

  /** The shop's own knowledge, in the order in which it was first written. */
  readonly ownKnowledge: () => Promise<Answer<readonly OwnRow[]>>
  /** Saves and removes all of it or nothing; `decide` sees the rows as they are inside the transaction. */
  readonly changeOwnKnowledge: (
    at: string,
    decide: (rows: readonly OwnRow[]) => Answer<OwnChange>,
  ) => Promise<Answer<readonly OwnRow[]>>
  /** The newest closed tickets that are not training, closed at `since` or later, newest first. */
  readonly closedTickets: (query: {
    readonly since: string | null
    readonly limit: number
  }) => Promise<Answer<readonly ClosedTicket[]>>
  /** How one of them ended; null when it is not closed any more. Nothing personal is read. */
  readonly outcome: (ticketId: string) => Promise<Answer<Omit<TicketOutcome, 'cameBack'> | null>>

  /** What was closed in a time and what is open, counted; training is not. Long work on a large record. */
  readonly report: (query: ReportQuery, pace?: Pace) => Promise<Answer<Report>>

  /** All ids of one person: customers who turned out to be one keep theirs. None for nobody. */
  readonly idsOfPerson: (id: string) => Promise<Answer<readonly string[]>>
  /** Forgets a person and everything that is theirs; what helped whom is kept as what helped. */
  readonly eraseCustomer: (id: string, at: string, who: string, why?: 'age') => Promise<Answer<Erased>>
  /** All ids that a note's words are known by: each time that it was put right has its own. None where there is none. */
  readonly idsOfNote: (id: string) => Promise<Answer<readonly string[]>>
  /** Forgets what a note says and ever said, by any of its ids. */
  readonly eraseNote: (id: string, at: string, who: string) => Promise<Answer<ErasedNote>>
  /** Customers whose every ticket was closed before that moment. */
  readonly forgettable: (before: string, limit: number) => Promise<Answer<readonly string[]>>
  /** How many events all histories have together: more than before where somebody has written. */
  readonly historyLength: () => Promise<Answer<number>>
  /** Reads the whole record and changes nothing. */
  readonly check: (pace?: Pace) => Promise<Answer<RecordCheck>>

  /** Puts invented tickets into a record that is empty or was invented; refused for any other. */
  readonly seed: (
    seeding: Seeding,
    knowledge: Knowledge,
  ) => Promise<Answer<{ readonly tickets: number; readonly total: number }>>

  readonly close: () => Promise<void>
}
