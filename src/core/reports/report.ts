import type { CountedShare } from '../learning/share-between.ts'
import type { CloseResult, TicketState } from '../ticket.ts'

/** A ticket that was closed, as far as reports count it; nothing personal. */
export type ClosedCase = {
  readonly openedAt: string
  readonly closedAt: string
  readonly result: CloseResult | null
  /**
   * Each step once, with how far it worked the last time, 0 to 1: "partly" counts as not, and of several before one
   * sign-in each counts for its part.
   */
  readonly steps: readonly { readonly fix: string; readonly worked: number }[]
  /** The step that it was closed with as the one that worked, or those of which it was one. */
  readonly workedFixes: readonly string[]
  /** The cause that the advice named first when it was closed. */
  readonly cause: string | null
  /** "MIUI 14". */
  readonly system: string | null
  readonly model: string | null
  /** The steps whose success did not last: reopened, or another ticket on its phone, within the fortnight. */
  readonly cameBackAfter: readonly string[]
  /** When it was reopened, or its phone or its rework was here again, for the first time; null: not until now. */
  readonly back: { readonly days: number; readonly isInWarranty: boolean } | null
  /** Null: it was closed without one. */
  readonly warrantyDays: number | null
}

export type OpenCase = { readonly state: TicketState; readonly openedAt: string }

/** By what the steps are told apart. */
export const DIMENSIONS = ['all', 'cause', 'system', 'model'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** How often something was so, of so many; the bounds hold eight times of ten (Wilson). */
export type ReportShare = CountedShare & { readonly hits: number }

export type FixRow = {
  readonly fix: string
  /** The cause's id, the system or the model; null: not known, or not told apart. */
  readonly of: string | null
  readonly worked: ReportShare
}

export type MonthRow = {
  /** "2026-11". */
  readonly month: string
  readonly results: Readonly<Record<CloseResult, number>>
}

/** Up to how many hours, and how many tickets took so long; null: longer than the one before. */
export type TimeRow = { readonly hours: number | null; readonly tickets: number }
/** Up to how many days after closing, and how many tickets came back then; null: later than the one before. */
export type BackRow = { readonly days: number | null; readonly tickets: number }
/** How many of those with a warranty of so many days came back while it ran; null: all of them together. */
export type WarrantyRow = { readonly days: number | null; readonly back: ReportShare }
export type OpenRow = {
  readonly state: TicketState
  readonly tickets: number
  /** By age: see AGE_DAYS. */
  readonly ages: readonly number[]
}

export type Report = {
  readonly closed: number
  readonly results: Readonly<Record<CloseResult, number>>
  readonly months: readonly MonthRow[]
  readonly fixes: Readonly<Record<Dimension, readonly FixRow[]>>
  readonly returns: readonly FixRow[]
  readonly backAfter: readonly BackRow[]
  readonly warranty: readonly WarrantyRow[]
  readonly times: readonly TimeRow[]
  /** Hours from opening to closing in the middle, and which nine of ten stay under; null without a ticket. */
  readonly middle: { readonly half: number; readonly nineOfTen: number } | null
  readonly open: readonly OpenRow[]
}

export const TIME_HOURS = [0.5, 1, 3, 24, 72, 168] as const
export const BACK_DAYS = [1, 3, 7, 14, 30, 90, 365] as const
/** Days: under one, under three, under a week, under a month, and older. */
export const AGE_DAYS = [1, 3, 7, 30] as const
/** So many rows of a kind are told at most; the rarest are left out. */
export const MOST_ROWS = 200
