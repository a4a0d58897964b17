import { choose } from './choose.ts'
import { costTogether, opens, type Option, type Rules } from './rules.ts'
import { presence, unsolved, type Situation } from './situation.ts'
import { takeOff, tallyOf, type Tally } from './tally.ts'

/** One fix of a course. */
export type Part = {
  readonly option: Option
  /** The chance that it ends the trouble, if nothing before it has. */
  readonly ends: number
  /** The cause it most probably removes, and the chance that this cause is there at that point. */
  readonly aim: number
  readonly aimChance: number
}
/** One sign-in try: mostly after one fix, after several where that saves minutes. */
export type CourseStep = {
  readonly parts: readonly [Part, ...Part[]]
  readonly minutes: number
  /** The chance that it ends the trouble, if the steps before it have not. */
  readonly ends: number
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
/** With more at once nobody could say which of them it was. */
const MOST_TOGETHER = 3
/** From here on a phone counts as locked to somebody's account, and is referred. */
const LOCKED_FROM = 0.5

/** Whether a phone is likelier locked than not: then nothing but the referral is left to do. */
export const countsAsLocked = ({ locked, unsolved }: Pick<Tally, 'locked' | 'unsolved'>): boolean =>
  locked > 0 && locked >= LOCKED_FROM * unsolved

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

/** A step while a course is being made: what was left before it, what was spent before it, and what was open. */
type Begun = CourseStep & {
  readonly before: number
  readonly spent: number
  readonly opened: Rules['opened']
}

export const optionsOf = ({ parts }: Pick<CourseStep, 'parts'>): readonly Option[] =>
  parts.map(({ option }) => option)

const splits = new WeakMap<readonly Option[], readonly [readonly Option[], readonly Option[]]>()
/** The gentle ones, and those that lose something; a look-ahead asks for the same options again and again. */
const splitByLoss = (options: readonly Option[]): readonly [readonly Option[], readonly Option[]] => {
  const known = splits.get(options)
  if (known !== undefined) return known
  const isHarsh = ({ fix }: Option): boolean => fix.risk === 'loss'
  const made = [options.filter((each) => !isHarsh(each)), options.filter(isHarsh)] as const
  splits.set(options, made)
  return made
}

/** Whether a fix is better done before the same sign-in try as the step before it than after that try has failed. */
const joins = (
  last: Begun | undefined,
  option: Option,
  now: number,
  rules: Rules,
  apart: number,
): boolean => {
  if (last === undefined || !last.parts[0].option.shares || !option.shares) return false
  if (last.parts.length >= MOST_TOGETHER) return false
  const { opened, before, minutes } = last
  const more = costTogether([...optionsOf(last), option], { ...rules, opened }) - minutes
  return before * more < now * apart
}

/** A course as far as it is made. */
type Made = { readonly steps: readonly Begun[]; readonly cost: number; readonly remaining: number }

/** One fix after the other as the greedy rule gives them: chances are worked out anew after each one that fails. */
const extend = function* (
  situation: Situation,
  rules: Rules,
  { steps: done, ...made }: Made,
): Generator<Made, void> {
  const { lastResort, ends, found } = rules
  const there = presence(situation)
  const tally = tallyOf(situation, ends)
  const start = tally.unsolved
  const taken = done.flatMap(optionsOf)
  for (const { removes } of taken) takeOff(tally, situation, removes, ends)
  let steps = done
  let options = rules.options.filter((option) => !taken.includes(option))
  let opened = taken.reduce((open, { opening }) => opens(open, opening), rules.opened)
  let spent = made.cost - made.remaining * lastResort
  while (steps.length < LONGEST && tally.unsolved > start * EXHAUSTED && !countsAsLocked(tally)) {
    const now = tally.unsolved
    const chances = new Float64Array(there.length)
    for (let cause = 0; cause < chances.length; cause += 1)
      chances[cause] = ((there[cause] ?? 0) * (tally.left[cause] ?? 0)) / now
    const option = choose(options, chances, found, { ...rules, opened })
    if (option === null) return
    takeOff(tally, situation, option.removes, ends)
    const alone = costTogether([option], { ...rules, opened })
    const last = steps.at(-1)
    const joined = last !== undefined && joins(last, option, now, rules, alone)
    const part: Part = { option, ends: 1 - tally.unsolved / now, ...aimOf(option, chances) }
    const step: Pick<Begun, 'parts' | 'before' | 'spent' | 'opened'> = joined
      ? { ...last, parts: [...last.parts, part] }
      : { parts: [part], before: now, spent, opened }
    const minutes = costTogether(optionsOf(step), { ...rules, opened: step.opened })
    steps = [
      ...(joined ? steps.slice(0, -1) : steps),
      { ...step, minutes, ends: 1 - tally.unsolved / step.before },
    ]
    spent = step.spent + (step.before / start) * minutes
    opened = opens(opened, option.opening)
    options = options.filter((each) => each !== option)
    const remaining = tally.unsolved / start
    yield { steps, cost: spent + remaining * lastResort, remaining }
  }
}

/**
 * The order of fixes, and what the case costs with them. Gentle ones go on as long as they make the whole cheaper than
 * going straight to the last resort; then come those that lose something, each worth more than the last resort for its
 * minutes: what the loss is worth is not in minutes, so they are neither weighed against the gentle ones nor dropped.
 */
export const course = (situation: Situation, rules: Rules): Course => {
  const [gentle, harsh] = splitByLoss(rules.options)
  let cheapest: Made = {
    steps: [],
    cost: rules.lastResort,
    remaining: unsolved(situation) > 0 ? 1 : 0,
  }
  for (const made of extend(situation, { ...rules, options: gentle }, cheapest))
    if (made.cost < cheapest.cost) cheapest = made
  if (harsh.length > 0)
    for (const made of extend(situation, { ...rules, options: harsh }, cheapest)) cheapest = made
  return cheapest
}
