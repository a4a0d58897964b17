import type { Check } from '../knowledge/schema.ts'

import { likelihoods } from './likelihoods.ts'
import type { Finding } from './network.ts'
import { savedBy, type Rules } from './rules.ts'
import { presence, unsolved, type Situation } from './situation.ts'

export type CheckOption = { readonly check: Check; readonly finding: Omit<Finding, 'holds'> }

/** How a case goes on after an answer. */
export type Ahead = {
  /** Expected minutes to the end. */
  readonly cost: number
  /** The fix, or the referral of a locked phone, that comes first then; null: the last resort. */
  readonly first: string | null
}
export type Worth = {
  readonly option: CheckOption
  readonly minutes: number
  /** Expected minutes to the end when this check is made first. */
  readonly cost: number
  readonly chanceOfFailing: number
  readonly failing: Ahead & { readonly situation: Situation }
  readonly passing: Ahead & { readonly situation: Situation }
}

/** A check must save at least this many minutes; less is not worth the interruption. */
const LEAST_SAVING = 0.1

/** The case once a check was answered. */
const afterAnswer = (situation: Situation, option: CheckOption, fails: boolean): Situation => {
  const likely = likelihoods({ ...option.finding, holds: fails }, situation.members, situation.left.length)
  return { ...situation, weights: situation.weights.map((weight, index) => weight * (likely[index] ?? 1)) }
}

type LookOn = (situation: Situation, asked: CheckOption) => Ahead
type Asked = Pick<Rules, 'lastResort' | 'openings' | 'opened'> & {
  readonly situation: Situation
  readonly checks: readonly CheckOption[]
}

const minutesOf = ({ check }: CheckOption, { opened, openings }: Asked): number =>
  check.minutes - savedBy(check.opening ?? null, opened, openings)

/** One step ahead: what the case costs from here on when the check fails and when it passes. */
const worthOf = (option: CheckOption, minutes: number, situation: Situation, lookOn: LookOn): Worth => {
  const ahead = (fails: boolean): Worth['failing'] => {
    const after = afterAnswer(situation, option, fails)
    return { situation: after, ...lookOn(after, option) }
  }
  const failing = ahead(true)
  const passing = ahead(false)
  const chanceOfFailing = unsolved(failing.situation) / unsolved(situation)
  const cost = minutes + chanceOfFailing * failing.cost + (1 - chanceOfFailing) * passing.cost
  return { option, minutes, cost, chanceOfFailing, failing, passing }
}

/** Knowing all about these causes cannot save more than the last resort in the cases where one of them is there. */
const mayPay = (
  { finding }: CheckOption,
  minutes: number,
  there: Float64Array,
  lastResort: number,
): boolean => {
  let chance = 0
  for (const cause of finding.strengths.keys()) chance += there[cause] ?? 0
  return chance * lastResort > minutes + LEAST_SAVING
}

/** What each check is worth that may be worth its minutes. */
export const worthsOf = (asked: Asked, lookOn: LookOn): readonly Worth[] => {
  const { situation, lastResort } = asked
  if (unsolved(situation) <= 0) return []
  const there = presence(situation)
  return asked.checks.flatMap((option) => {
    const minutes = minutesOf(option, asked)
    return mayPay(option, minutes, there, lastResort) ? [worthOf(option, minutes, situation, lookOn)] : []
  })
}

/** The check that saves the most minutes against going on without one; null when none saves any. */
export const bestOf = (worths: readonly Worth[], costWithout: number): Worth | null => {
  let found: Worth | null = null
  let least = costWithout - LEAST_SAVING
  for (const worth of worths)
    if (worth.cost < least) {
      found = worth
      least = worth.cost
    }
  return found
}
