import type { Fix } from '../knowledge/schema.ts'
import { stillThere } from './network.ts'

/** A case between two steps. */
export type Situation = {
  readonly members: readonly (readonly number[])[]
  /** How probable each set was; times the chance that the trouble is still there, how probable it is now. */
  readonly weights: Float64Array
  /** How much of each cause the fixes done so far have left. */
  readonly left: readonly number[]
}

/** A fix as the arithmetic sees it. `cost`: minutes, waiting counted in. */
export type Option = {
  readonly fix: Fix
  readonly cost: number
  readonly removes: readonly (readonly [cause: number, chance: number])[]
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

/** The chance that the trouble is still there. */
export const unsolved = ({ members, weights, left }: Situation): number => {
  let sum = 0
  for (let index = 0; index < members.length; index += 1)
    sum += (weights[index] ?? 0) * stillThere(members[index] ?? [], left)
  return sum
}

/** P(cause was there), by cause, before the fixes. */
export const presence = ({ members, weights, left }: Situation): Float64Array => {
  const chances = new Float64Array(left.length)
  members.forEach((set, index) => {
    for (const member of set) chances[member] = (chances[member] ?? 0) + (weights[index] ?? 0)
  })
  return chances
}

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
  found: readonly number[],
  lastResort: number,
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
export const course = (
  situation: Situation,
  options: readonly Option[],
  found: readonly number[],
  lastResort: number,
): Course => {
  const left = [...situation.left]
  const there = presence(situation)
  const start = unsolved(situation)
  const steps: CourseStep[] = []
  let open = options
  let now = start
  let cost = 0
  while (steps.length < LONGEST && now > start * EXHAUSTED) {
    const unsolvedNow = now
    const chances = there.map((chance, cause) => (chance * (left[cause] ?? 0)) / unsolvedNow)
    const option = choose(open, chances, found, lastResort)
    if (option === null) break
    for (const [cause, chance] of option.removes) left[cause] = (left[cause] ?? 1) * (1 - chance)
    now = unsolved({ ...situation, left })
    steps.push({ option, ends: 1 - now / unsolvedNow, ...aimOf(option, chances) })
    cost += (unsolvedNow / start) * option.cost
    open = open.filter((each) => each !== option)
  }
  const remaining = start > 0 ? now / start : 0
  return { steps, cost: cost + remaining * lastResort, remaining }
}
