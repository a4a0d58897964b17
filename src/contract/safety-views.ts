import type { CopyKind } from '../core/copies/copy-name.ts'
import type { Failure } from '../core/failure.ts'
import type { ImportNote } from '../core/portable/import-note.ts'

/** Long work that is under way, and can be stopped by its id. */
export type WorkView = {
  readonly id: string
  readonly kind: 'check' | 'copy' | 'look' | 'restore' | 'upgrade' | 'export' | 'import' | 'erase'
  /** How much is done, 0 to 1. */
  readonly part: number
}

/** A copy of the record; its numbers are null where it cannot be opened. */
export type CopyView = {
  /** Its file, as it is shown and as it is named when something is asked of it. */
  readonly file: string
  readonly kind: CopyKind
  /** ISO, UTC. */
  readonly at: string
  readonly bytes: number
  readonly tickets: number | null
  readonly version: 'this' | 'older' | 'newer' | null
}

export type LastCopy = { readonly at: string; readonly file: string; readonly tickets: number }

/** How the record is looked after. */
export type SafetyView = {
  readonly copies: {
    readonly folder: string
    /** It is the one under the data folder. */
    readonly isOwnFolder: boolean
    /** So many of the newest are kept. */
    readonly kept: number
    /** The last that was opened and read; null: none yet. */
    readonly last: LastCopy | null
    readonly isOld: boolean
    /** Why the last try made none. */
    readonly failure: Failure | null
  }
  /** What the look through the record in the background found; null while it has not been done. */
  readonly check: { readonly at: string; readonly tickets: number; readonly failure: Failure | null } | null
  /** People are forgotten so many months after their last ticket was closed; 0: never. */
  readonly forget: {
    readonly months: number
    readonly last: { readonly at: string; readonly customers: number } | null
    readonly failure: Failure | null
  }
  readonly working: readonly WorkView[]
}

/** Whom a shorter time would forget at once. */
export type DueView = {
  readonly customers: number
  /** False: more than those. */
  readonly isWhole: boolean
}

/** What a copy that is put back would take away: what the record has and the copy has not. */
export type ComparisonView = {
  readonly copy: CopyView
  /** Null: the record cannot be read, so nobody knows. */
  readonly lost: {
    /** Tickets that are not in the copy, newest first; the numbers of some. */
    readonly tickets: number
    readonly numbers: readonly string[]
    /** Tickets that the copy holds as they were before. */
    readonly changed: number
  } | null
}

/** What was done to the record before this page was there, to be said once. */
export type StartNotice =
  | {
      readonly kind: 'restored'
      readonly at: string
      readonly tickets: number
      readonly aside: string | null
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Whether the record is open; if not, why, and what can be done. */
export type StartView =
  | { readonly state: 'open'; readonly notice: StartNotice | null }
  | { readonly state: 'working'; readonly work: WorkView }
  | {
      readonly state: 'trouble'
      readonly failure: Failure
      readonly folder: string
      /** The newest first; those that lie in the usual places. */
      readonly copies: readonly CopyView[]
    }

/** What an import did, or would do. */
export type ImportView = {
  readonly file: string
  readonly dryRun: boolean
  readonly counts: Readonly<Record<'added' | 'changed' | 'same' | 'kept' | 'faulty', number>>
  readonly notes: readonly (ImportNote & { readonly line: number; readonly how: string })[]
  readonly isWhole: boolean
}

/** What became of somebody who was erased. */
export type ErasedView = {
  readonly tickets: number
  /** Tickets of other visits with the same number. */
  readonly sameNumber: readonly string[]
  /** Somebody else reads the record: what is erased still stands in its log. */
  readonly isInLog: boolean
  /** Copies that were made anew without them. */
  readonly cleaned: number
  /** Copies that cannot be read, and may still hold them. */
  readonly left: readonly string[]
  /** Why the copies were not looked through. */
  readonly failure: Failure | null
}

/** What is left to be seen to once a note is erased. */
export type ErasedNoteView = Pick<ErasedView, 'isInLog' | 'cleaned' | 'left' | 'failure'>
