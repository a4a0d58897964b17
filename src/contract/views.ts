import type { Diagnosis } from '../core/diagnosis/diagnosis.ts'
import type { ClockDoubt } from '../core/clock-doubt.ts'
import type { Failure } from '../core/failure.ts'
import type { Former } from '../core/knowledge/own/former.ts'
import type { OwnRecord } from '../core/knowledge/own/own-record.ts'
import type { BrowsedKnowledge } from '../core/knowledge/view.ts'
import type { AdbServerStatus, Inspection, PhoneState } from '../core/phone.ts'
import type { IntakeForm } from '../core/intake.ts'
import type { Consent, Customer, Note, SeenBefore, Ticket, TypedDevice } from '../core/ticket.ts'
import type { SaidChange } from '../core/words/say-change.ts'

export type InspectionView = Inspection & { readonly id: string }

/**
 * waiting: not ready to be read · reading: readings arrive one by one · read: all arrived ·
 * stopped: it ended early, `inspection.stopped` says why; what was read is kept.
 */
export type ReadingProgress = 'waiting' | 'reading' | 'read' | 'stopped'

export type PhoneView = {
  /** Stands for this plug-in: "transport-7", "training", or "recording-2". */
  readonly key: string
  readonly transportId: number
  readonly serial: string
  /** "gone": unplugged, still shown because a reading was under way or a ticket is open on it. */
  readonly state: PhoneState | 'gone'
  readonly model: string | null
  readonly product: string | null
  /** What to call it: market name, else model, else serial. */
  readonly name: string
  /** No phone is behind it: the training phone, or a recording. */
  readonly training: boolean
  /** When it was recorded (ISO, UTC); null for everything but a recording. */
  readonly recordedAt: string | null
  readonly progress: ReadingProgress
  /** Why the last reading could not be saved; what is not saved is not shown. */
  readonly unsaved: Failure | null
  readonly inspection: InspectionView | null
  /** From the readings alone; null until the first reading. */
  readonly diagnosis: Diagnosis | null
  /** The open ticket of this phone, if any. */
  readonly ticketId: string | null
  /** Tickets that this phone had before, but not the one that it is here for. */
  readonly seen: readonly SeenBefore[]
}

export type BenchView = {
  readonly server: AdbServerStatus
  readonly phones: readonly PhoneView[]
  /** Why this computer's own clock may be wrong, which every reading of a phone's clock rests on. */
  readonly clockDoubt: ClockDoubt | null
}

/**
 * How watching a sign-in ended. time: its time was over · stopped: by the technician · unplugged · silent: the phone did
 * not begin · flood: it sent far more than a log holds · no-log: it gives none · closed: the app was closed ·
 * cut-short: the app or the computer went down in the middle.
 */
export const WATCH_ENDS = [
  'time',
  'stopped',
  'unplugged',
  'silent',
  'flood',
  'no-log',
  'closed',
  'cut-short',
] as const
export type WatchEnd = (typeof WATCH_ENDS)[number]

/** What the phone's log said while the customer tried to sign in. */
export type WatchView = {
  /** ISO, UTC. */
  readonly startedAt: string
  /** How long it lasts at most. */
  readonly seconds: number
  /** Null while it runs. */
  readonly end: WatchEnd | null
  readonly seen: readonly {
    readonly at: string
    readonly phoneTime: string
    readonly words: string
    /** What a code means, where it is known. */
    readonly meaning: string | null
  }[]
  /** What the watches before it have seen; a watch that sees nothing takes nothing back. */
  readonly before: WatchView['seen']
}

/** A ticket with what was read on its phone and what that means now. */
export type TicketView = Ticket & {
  readonly inspection: InspectionView | null
  /** What reads otherwise now than it did the first time; empty while the phone was read only once. */
  readonly changes: readonly SaidChange[]
  /** When the phone was first read (ISO, UTC), once it was read to the end again: only then "no change" is known. */
  readonly comparedWith: string | null
  readonly diagnosis: Diagnosis
  /** What to tell the customer; empty before the phone can be handed back. */
  readonly advice: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  /** The connected phone that it belongs to, if it is there now. */
  readonly phoneKey: string | null
  /** Steps that lose something for good, to which the customer has agreed by name. */
  readonly agreedLosses: readonly string[]
  readonly notes: readonly Note[]
  /** The last time that a sign-in was watched; null while none was. */
  readonly watch: WatchView | null
}

export type TicketRowView = Omit<Ticket, 'history'>
/** As the terminal lists them. */
export type TicketListView = { readonly total: number; readonly tickets: readonly TicketRowView[] }

/** A line of the list: what it shows, and no more of the ticket. */
export type TicketLineView = Pick<
  Ticket,
  'id' | 'number' | 'state' | 'waiting' | 'result' | 'openedAt' | 'training' | 'workedFix' | 'workedTogether'
> & {
  /** Its place in the list: tickets follow each other by it. */
  readonly sequence: number
  readonly customer: Pick<Ticket['customer'], 'name' | 'phone'>
  readonly model: string | null
  readonly serialEnd: string | null
  /** What was looked for, where the line does not show it by itself. */
  readonly found: { readonly where: 'said' | 'serial' | 'symptom' | 'fix'; readonly text: string } | null
}
export type TicketPageView = {
  readonly lines: readonly TicketLineView[]
  /** How many there are from where the page begins. */
  readonly total: number
  /** False: there are more than `total`. */
  readonly isWhole: boolean
  /** Where the next page begins; null: there is none. */
  readonly next: number | null
}

/** The form of a new ticket, saved as it is typed. */
export type DraftView = {
  readonly customerName: string
  readonly phoneNumber: string
  readonly said: string
  /** Ticked by hand. */
  readonly symptoms: readonly string[]
  /** Heard in `said`, but not meant. */
  readonly struck: readonly string[]
  readonly consents: readonly Consent[]
  readonly intake: IntakeForm
  /** Read off the phone or scanned, as typed. */
  readonly device: TypedDevice
  /** Somebody who was here before, by id. */
  readonly customerId: string | null
  /** The ticket that this is the rework of, by id. */
  readonly reworkOf: string | null
}
export type SavedDraftView = {
  readonly draft: DraftView
  /** Symptoms found in `said`, with the words that were matched. */
  readonly heard: readonly { readonly symptom: string; readonly words: string }[]
  /** Tickets that a customer of this number had before. */
  readonly seen: readonly SeenBefore[]
}

/** What was found on a phone's screen: the matched words alone, none of the rest. */
export type ScreenMessageView = {
  readonly ticket: TicketView
  readonly found: readonly { readonly symptom: string; readonly words: string }[]
}

/** A customer with their tickets, the newest first. */
export type CustomerView = {
  readonly customer: Customer
  /** Names and numbers that were theirs before two entries became one. */
  readonly before: readonly Customer[]
  readonly tickets: readonly TicketRowView[]
  /** Others with the same number, who may be the same person. */
  readonly alike: readonly (Customer & { readonly tickets: number })[]
}

/** A phone with its tickets, and what changed in it from one reading to the next. */
export type DeviceView = {
  readonly id: string
  /** What the phone claims; '' where it was never read. */
  readonly serial: string
  readonly model: string | null
  readonly typed: TypedDevice
  readonly training: boolean
  readonly tickets: readonly TicketRowView[]
  readonly readings: readonly {
    readonly id: string
    readonly ticketId: string | null
    readonly at: string
    readonly isWhole: boolean
    readonly changes: readonly SaidChange[]
  }[]
}

/** What the shop has added by itself. */
export type OwnView = {
  readonly records: readonly OwnRecord[]
  /** Those that are kept and cannot be used by this version, with what is wrong in words. */
  readonly faulty: readonly { readonly id: string | null; readonly name: string; readonly words: string }[]
  /** What it has taken out again, for the tickets that name it. */
  readonly former: readonly Former[]
}
export type KnowledgeView = BrowsedKnowledge & { readonly own: OwnView }

/** Saved as `id` where there are no faults; `field` "" speaks of the whole record. */
export type OwnSavedView = {
  readonly id: string
  readonly faults: readonly { readonly field: string; readonly words: string }[]
}

/** What a file of own knowledge holds against what is there, by title. */
export type OwnTrialView = {
  readonly name: string
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly same: readonly string[]
}

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export type Settings = {
  readonly theme: Theme
  /** The adb program to start a server with; null: the one that is found. */
  readonly adbProgram: string | null
  /** An adb server of our own on a socket file, instead of the one that all programs of this computer share. */
  readonly ownAdbServer: boolean
  /** Whether this computer's clock may be compared with the time that servers on the internet tell. */
  readonly internetTime: boolean
  /** Who may stand at the counter, and who does now; null: nobody has said. */
  readonly technicians: readonly string[]
  readonly technician: string | null
  /** Letters or a sign, as amounts are to be written; '' where the shop has not said. */
  readonly currency: string
  readonly warrantyDays: number
  /** Its name, where it is and how to reach it, as it stands on paper; '' where the shop has not said. */
  readonly letterhead: string
}
export type SettingsChange = { readonly [N in keyof Settings]?: Settings[N] | undefined }
export type SettingsView = Settings & {
  readonly dataFolder: string
  /** The adb program that would be started now. */
  readonly adbPath: string | null
  /** "impossible": not on this system; "later": from the next start on it is as the settings say. */
  readonly ownServer: 'impossible' | 'as-set' | 'later'
  readonly version: string
}

/** What is typed and not saved, by the place of its form and by field. */
export type TypingView = Readonly<Record<string, TypedView>>
export type TypedView = Readonly<Record<string, string | null | readonly string[]>>
