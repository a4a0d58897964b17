import type { Readings } from '../reading.ts'
import type { CheckResult, Outcome, Verification } from '../ticket.ts'

/** How a closed ticket ended, without anything personal: what a shop learns from. */
export type TicketOutcome = {
  readonly symptoms: readonly string[]
  readonly checks: Readonly<Record<string, CheckResult>>
  /** In the order they were made. */
  readonly attempts: readonly {
    readonly fix: string
    readonly outcome: Outcome
    readonly verified: Verification
    /** The same for those of one sign-in try. */
    readonly bundle?: string | null
  }[]
  readonly workedFix: string | null
  readonly workedTogether: readonly string[]
  /** Soon after, the phone was here again: what had worked did not last. */
  readonly cameBack: boolean
  /** What was read on the phone before the first attempt; null when nothing was. */
  readonly readings: Readings | null
  /** The likeliest causes as they were named before the first attempt; null when no advice was kept by then. */
  readonly advised: readonly { readonly id: string; readonly probability: number }[] | null
}

/** So soon after it was closed, a ticket that is reopened or followed by another one on its phone did not last. */
export const LASTS_DAYS = 14

const LASTS_MS = LASTS_DAYS * 24 * 60 * 60 * 1000

/** Whether a ticket was opened again, or another one opened, so soon after it was closed (ISO, UTC). */
export const isSoonAfter = (closed: string, again: string): boolean => {
  const after = Date.parse(again) - Date.parse(closed)
  return after >= 0 && after <= LASTS_MS
}
