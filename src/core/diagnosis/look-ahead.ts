import type { Check } from '../knowledge/schema.ts'
import { course, unsolved, type Option, type Situation } from './course.ts'
import { findingLikelihood, type Finding } from './network.ts'

export type CheckOption = {
  readonly check: Check
  readonly leak: number
  readonly strengths: Finding['strengths']
}

export type Worth = { readonly option: CheckOption; readonly cost: number; readonly chanceOfFailing: number }

/** A check must save at least this many minutes; less is not worth the interruption. */
const LEAST_SAVING = 0.5

const after = (situation: Situation, finding: Finding): Situation => ({
  left: situation.left,
  sets: situation.sets.map(({ members, weight }) => ({
    members,
    weight: weight * findingLikelihood(finding, members),
  })),
})

/** Expected minutes to the end when this check is made first, one step ahead. */
const worthOf = (
  option: CheckOption,
  situation: Situation,
  costOf: (situation: Situation) => number,
): Worth => {
  const failing = after(situation, { ...option, holds: true })
  const passing = after(situation, { ...option, holds: false })
  const whole = unsolved(situation)
  const chanceOfFailing = whole > 0 ? unsolved(failing) / whole : 0
  const cost =
    option.check.minutes + chanceOfFailing * costOf(failing) + (1 - chanceOfFailing) * costOf(passing)
  return { option, cost, chanceOfFailing }
}

/** The check that saves the most minutes against going on without one; null when none saves any. */
export const bestCheck = (
  checks: readonly CheckOption[],
  situation: Situation,
  costOf: (situation: Situation) => number,
): Worth | null => {
  const without = costOf(situation)
  let found: Worth | null = null
  for (const option of checks) {
    const worth = worthOf(option, situation, costOf)
    if (worth.cost < (found?.cost ?? without - LEAST_SAVING)) found = worth
  }
  return found
}

export const costOfCourse =
  (options: readonly Option[], found: ReadonlySet<number>, lastResort: number) =>
  (situation: Situation): number =>
    course(situation, options, found, lastResort).cost
