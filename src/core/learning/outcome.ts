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
  }[]
  readonly workedFix: string | null
  /** Soon after, the phone was here again: what had worked did not last. */
  readonly cameBack: boolean
  /** What was read on the phone before the first attempt; null when nothing was. */
  readonly readings: Readings | null
}

/** So soon after it was closed, a ticket that is reopened or followed by another one on its phone did not last. */
export const LASTS_DAYS = 14
