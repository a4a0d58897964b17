import type { Calibration } from '../core/learning/calibration.ts'
import type { Learnt } from '../core/learning/learnt.ts'

/** What the shop's closed tickets have taught, and how well the advice held. */
export type LearningView = Learnt & {
  /** They are being looked at: more may come. */
  readonly isLooking: boolean
  /** Tickets that taught something, and when the first and last of them was closed (ISO, UTC); null: none yet. */
  readonly taught: { readonly tickets: number; readonly from: string; readonly to: string } | null
  /** So many of the newest are learned from at most. */
  readonly most: number
  /** Tickets closed before this were set aside (ISO, UTC); null: none were. */
  readonly since: string | null
  /** Another shop's counts that the starting guesses begin from; null: none. */
  readonly elsewhere: { readonly tickets: number; readonly from: string; readonly to: string } | null
  readonly calibration: Calibration
}
