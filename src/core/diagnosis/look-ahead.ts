import type { Check } from '../knowledge/schema.ts'

import { likelihoods } from './likelihoods.ts'
import type { Finding } from './network.ts'
import { presence, unsolved, type Situation } from './situation.ts'

export type CheckOption = { readonly check: Check; readonly finding: Omit<Finding, 'holds'> }

export type Worth = {
  readonly option: CheckOption
  /** Expected minutes to the end when this check is made first. */
  readonly cost: number
  readonly chanceOfFailing: number
  readonly failing: Situation
  readonly passing: Situation
}

/** A check must save at least this many minutes; less is not worth the interruption. */
const LEAST_SAVING = 0.1

const after = (situation: Situation, option: CheckOption, fails: boolean): Situation => {
  const likely = likelihoods({ ...option.finding, holds: fails }, situation.members, situation.left.length)
  return { ...situation, weights: situation.weights.map((weight, index) => weight * (likely[index] ?? 1)) }
}

/** One step ahead: what the case costs from here on when the check fails and when it passes. */
const worthOf = (
  option: CheckOption,
  situation: Situation,
  costOf: (situation: Situation) => number,
): Worth => {
  const failing = after(situation, option, true)
  const passing = after(situation, option, false)
  const chanceOfFailing = unsolved(failing) / unsolved(situation)
  const cost =
    option.check.minutes + chanceOfFailing * costOf(failing) + (1 - chanceOfFailing) * costOf(passing)
  return { option, cost, chanceOfFailing, failing, passing }
}

/** Knowing all about these causes cannot save more than the last resort in the cases where one of them is there. */
const mayPay = ({ check, finding }: CheckOption, there: Float64Array, lastResort: number): boolean => {
  let chance = 0
  for (const cause of finding.strengths.keys()) chance += there[cause] ?? 0
  return chance * lastResort > check.minutes + LEAST_SAVING
}

/** The check that saves the most minutes against going on without one; null when none saves any. */
export const bestCheck = (
  checks: readonly CheckOption[],
  situation: Situation,
  lastResort: number,
  costOf: (situation: Situation) => number,
): Worth | null => {
  if (unsolved(situation) <= 0) return null
  let found: Worth | null = null
  let least = costOf(situation) - LEAST_SAVING
  const there = presence(situation)
  for (const option of checks.filter((each) => mayPay(each, there, lastResort))) {
    const worth = worthOf(option, situation, costOf)
    if (worth.cost < least) {
      found = worth
      least = worth.cost
    }
  }
  return found
}
