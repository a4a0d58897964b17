import type { Fix } from '../knowledge/schema.ts'
import { presence, type Situation } from './situation.ts'
import { takeOff, tallyOf, type Tally } from './tally.ts'

/** A fix as the arithmetic sees it. `cost`: minutes, waiting counted in. */
export type Option = {
  readonly fix: Fix
  readonly cost: number
  readonly removes: readonly (readonly [cause: number, chance: number])[]
}

/** What a course may use and must keep to. */
export type Rules = {
  readonly options: readonly Option[]
  /** Causes that a reading found. */
  readonly found: readonly number[]
  /** Causes of a phone that is locked to somebody's account, each with the referral that it ends in. */
  readonly ends: ReadonlyMap<number, string>
  /** Minutes that the last resort costs. */
  readonly lastResort: number
}

export type CourseStep = {
  readonly option: Option
  /** The chance that it ends the trouble, if the steps before it have not. */
  readonly ends: number
  /** The cause it most probably removes, and the chance that this cause is there at that point. */
  readonly aim: number
  readonly aimChance: number
}
export type Course = {
  readonly steps: readonly CourseStep[]
  /** Expected minutes to the end, the last resort included. */
  readonly cost: number
  /** The chance that all steps fail. */
  readonly remaining: number
}

/** Less than this still unsolved is not worth a further step. */
const EXHAUSTED = 0.01
const LONGEST = 12
/** A cause that a reading found is dealt with before anything is guessed, as long as it is likelier there than not. */
const STILL_FOUND = 0.5
/** From here on a phone counts as locked to somebody's account, and is referred. */
const LOCKED_FROM = 0.5

/** Whether a phone is likelier locked than not: then nothing but the referral is left to do. */
export const countsAsLocked = ({ locked, unsolved }: Pick<Tally, 'locked' | 'unsolved'>): boolean =>
  locked > 0 && locked >= LOCKED_FROM * unsolved

/** The expected number of causes that a fix removes. */
const progress = ({ removes }: Option, chances: Float64Array): number => {
  let sum = 0
  for (const [cause, chance] of removes) sum += (chances[cause] ?? 0) * chance
  return sum
}

/** The most progress a minute, if that is worth more than going straight to the last resort. */
const best = (options: readonly Option[], chances: Float64Array, lastResort: number): Option | null => {
  let found: Option | null = null
  let most = 1 / lastResort
  for (const option of options) {
    const rate = progress(option, chances) / option.cost
    if (rate >= most) {
      found = option
      most = rate
    }
  }
  return found
}

const aimOf = ({ removes }: Option, chances: Float64Array): { aim: number; aimChance: number } => {
  let aim = -1
  let most = 0
  for (const [cause, chance] of removes) {
    const gain = (chances[cause] ?? 0) * chance
    if (gain > most) {
      aim = cause
      most = gain
    }
  }
  return { aim, aimChance: chances[aim] ?? 0 }
}

/** Causes found by a reading first, then guesses, then what loses something. */
const choose = (
  options: readonly Option[],
  chances: Float64Array,
  { found, lastResort }: Rules,
): Option | null => {
  const gentle = options.filter(({ fix }) => fix.risk !== 'loss')
  const still = found.filter((cause) => (chances[cause] ?? 0) >= STILL_FOUND)
  const forFound =
    still.length === 0 ? [] : gentle.filter(({ removes }) => removes.some(([cause]) => still.includes(cause)))
  return (
    best(forFound, chances, lastResort) ??
    best(gentle, chances, lastResort) ??
    best(options, chances, lastResort)
  )
}

/** The order of fixes that the greedy rule gives: chances are worked out anew after each one that fails. */
export const course = (situation: Situation, rules: Rules): Course => {
  const { lastResort, ends } = rules
  const there = presence(situation)
  const tally = tallyOf(situation, ends)
  const start = tally.unsolved
  const steps: CourseStep[] = []
  let open = rules.options
  let spent = 0
  // Going straight to the last resort; each step further is worth its place only if the whole gets cheaper.
  let cheapest = { steps: 0, cost: lastResort, remaining: start > 0 ? 1 : 0 }
  while (steps.length < LONGEST && tally.unsolved > start * EXHAUSTED && !countsAsLocked(tally)) {
    const before = tally.unsolved
    const chances = new Float64Array(there.length)
    for (let cause = 0; cause < chances.length; cause += 1)
      chances[cause] = ((there[cause] ?? 0) * (tally.left[cause] ?? 0)) / before
    const option = choose(open, chances, rules)
    if (option === null) break
    takeOff(tally, situation, option.removes, ends)
    steps.push({ option, ends: 1 - tally.unsolved / before, ...aimOf(option, chances) })
    spent += (before / start) * option.cost
    const remaining = tally.unsolved / start
    const cost = spent + remaining * lastResort
    if (cost < cheapest.cost) cheapest = { steps: steps.length, cost, remaining }
    open = open.filter((each) => each !== option)
  }
  return { ...cheapest, steps: steps.slice(0, cheapest.steps) }
}
