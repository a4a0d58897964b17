import type { CheckOption, Worth } from './look-ahead.ts'

/** An answer after which another fix would come first, and how probable that answer is. */
export type Turning = {
  readonly check: CheckOption['check']
  readonly fails: boolean
  readonly chance: number
  /** The fix, or the referral of a locked phone, that would be advised; null: the last resort. */
  readonly next: string | null
}

/** An answer that hardly ever comes is not worth reading about. */
const UNLIKELY = 0.05
const MOST_TURNINGS = 3

/** What would change the advice: the likeliest answers after which something else than now would be done first. */
export const turningsOf = (worths: readonly Worth[], now: string | null): readonly Turning[] =>
  worths
    .flatMap(({ option: { check }, chanceOfFailing, failing, passing }) => [
      { check, fails: true, chance: chanceOfFailing, next: failing.first },
      { check, fails: false, chance: 1 - chanceOfFailing, next: passing.first },
    ])
    .filter(({ chance, next }) => chance >= UNLIKELY && next !== now)
    .toSorted((one, other) => other.chance - one.chance)
    .filter(({ check }, index, all) => all.findIndex((each) => each.check === check) === index)
    .slice(0, MOST_TURNINGS)
