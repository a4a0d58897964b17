import type { Fix } from '../knowledge/schema.ts'
import type { WeightedSet } from './enumerate.ts'
import { stillThere } from './network.ts'

/** A case between two steps. */
export type Situation = {
  /** Which causes may have been there; times the chance that the trouble is still there it is the chance now. */
  readonly sets: readonly WeightedSet[]
  /** How much of each cause the fixes done so far have left. */
  readonly left: readonly number[]
}

/** A fix as the arithmetic sees it. `cost`: minutes, waiting counted in. */
export type Option = {
  readonly fix: Fix
  readonly cost: number
  readonly removes: ReadonlyMap<number, number>
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

/** Less than this still unsolved is not worth a further step in the list. */
const EXHAUSTED = 0.01
const LONGEST = 12
/** A cause that a reading found is dealt with before anything is guessed, as long as it is likelier there than not. */
const STILL_FOUND = 0.5

/** The chance that the trouble is still there. */
export const unsolved = (situation: Situation): number =>
  situation.sets.reduce((sum, { members, weight }) => sum + weight * stillThere(members, situation.left), 0)

/** P(cause was there), by cause, before the fixes. */
const presence = (sets: readonly WeightedSet[], count: number): Float64Array => {
  const chances = new Float64Array(count)
  for (const { members, weight } of sets)
    for (const member of members) chances[member] = (chances[member] ?? 0) + weight
  return chances
}

const best = (
  options: readonly Option[],
  gain: (option: Option) => number,
): { option: Option; rate: number } | null => {
  let found: { option: Option; rate: number } | null = null
  for (const option of options) {
    const rate = gain(option) / option.cost
    if (rate > (found?.rate ?? 0)) found = { option, rate }
  }
  return found
}

/**
 * The order of fixes: at each point the one with the most expected progress (causes removed) a minute, as long as
 * that is worth more than going straight to the last resort. Fixes that lose something wait until nothing else is
 * left; causes found by a reading come before guesses.
 */
export const course = (
  situation: Situation,
  options: readonly Option[],
  found: ReadonlySet<number>,
  lastResort: number,
): Course => {
  const left = [...situation.left]
  const there = presence(situation.sets, left.length)
  const steps: CourseStep[] = []
  let open = options
  const start = unsolved(situation)
  let now = start
  let cost = 0

  while (steps.length < LONGEST && now > start * EXHAUSTED) {
    const chanceNow = (cause: number): number => ((there[cause] ?? 0) * (left[cause] ?? 0)) / now
    const progress = (option: Option): number => {
      let sum = 0
      for (const [cause, chance] of option.removes) sum += chanceNow(cause) * chance
      return sum
    }
    const stillFound = [...found].filter((cause) => chanceNow(cause) >= STILL_FOUND)
    const gentle = open.filter(({ fix }) => fix.risk !== 'loss')
    const forFound = gentle.filter(({ removes }) => stillFound.some((cause) => removes.has(cause)))
    const worthwhile = (pool: readonly Option[]) => {
      const choice = best(pool, progress)
      return choice !== null && choice.rate * lastResort >= 1 ? choice : null
    }
    const choice = worthwhile(forFound) ?? worthwhile(gentle) ?? worthwhile(open)
    if (choice === null) break
    const { option } = choice
    let aim = -1
    let aimGain = 0
    for (const [cause, chance] of option.removes) {
      const gain = chanceNow(cause) * chance
      if (gain > aimGain) {
        aim = cause
        aimGain = gain
      }
    }
    const aimChance = aim < 0 ? 0 : chanceNow(aim)
    for (const [cause, chance] of option.removes) left[cause] = (left[cause] ?? 1) * (1 - chance)
    const after = unsolved({ sets: situation.sets, left })
    steps.push({ option, ends: 1 - after / now, aim, aimChance })
    cost += (now / start) * option.cost
    now = after
    open = open.filter((each) => each !== option)
  }
  const remaining = start > 0 ? now / start : 0
  return { steps, cost: cost + remaining * lastResort, remaining }
}
