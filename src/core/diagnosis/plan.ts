import { findFix } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Check, Fix } from '../knowledge/schema.ts'
import { stepsIn, textIn, type Family } from '../knowledge/text.ts'
import type { Language, Say } from '../words/index.ts'
import { course, unsolved, type CourseStep, type Option, type Situation } from './course.ts'
import type { Step } from './diagnosis.ts'
import { bestCheck, costOfCourse, type CheckOption, type Worth } from './look-ahead.ts'
import { findingLikelihood, stillThere } from './network.ts'
import { roughChance } from './rough.ts'

const LONGEST_PLAN = 8
/** From here on a phone counts as locked to somebody's account, and no other step is shown. */
const LOCKED_FROM = 0.5

export type Plan = {
  readonly next: Step | null
  readonly plan: readonly Step[]
  readonly expectedMinutes: number
}

export type PlanInput = {
  readonly knowledge: Knowledge
  readonly situation: Situation
  readonly options: readonly Option[]
  readonly checks: readonly CheckOption[]
  /** Causes that a reading found, with its sentence. */
  readonly found: ReadonlyMap<number, string>
  readonly family: Family | null
  readonly language: Language
  readonly say: Say
}

const chanceThat = (situation: Situation, holds: (members: readonly number[]) => boolean): number => {
  const part = situation.sets.reduce(
    (sum, { members, weight }) => (holds(members) ? sum + weight * stillThere(members, situation.left) : sum),
    0,
  )
  const whole = unsolved(situation)
  return whole > 0 ? part / whole : 0
}

const written = (
  kind: Step['kind'],
  record: Check | Fix,
  { language, family }: PlanInput,
  reason: string,
  chance: number,
): Step => ({
  kind,
  id: record.id,
  title: textIn(record.title, language),
  covers: record.covers,
  minutes: record.minutes,
  reason,
  steps: stepsIn(record.steps, language, family),
  caution: record.caution === undefined ? null : textIn(record.caution, language),
  chance,
})

const titleOf = ({ knowledge, language }: PlanInput, cause: number): string => {
  const record = knowledge.causes[cause]
  return record === undefined ? '' : textIn(record.title, language)
}

const fixStep = (input: PlanInput, { option, ends, aim, aimChance }: CourseStep): Step => {
  const { say } = input
  const foundText = input.found.get(aim)
  const values = { cause: titleOf(input, aim), chance: roughChance(aimChance, say) }
  const reason = (): string => {
    if (foundText !== undefined) return say('diagnosis.reason.found', { text: foundText })
    if (option.fix.risk === 'loss') return say('diagnosis.reason.loss', values)
    return say(aimChance >= 0.3 ? 'diagnosis.reason.likely' : 'diagnosis.reason.progress', values)
  }
  return written('fix', option.fix, input, reason(), ends)
}

const checkStep = (input: PlanInput, { option, chanceOfFailing }: Worth): Step => {
  const { situation, say, knowledge } = input
  // What the answer moves most, up when it fails and up when it passes, is what it tells apart.
  const moved = knowledge.causes.map((_, cause) => {
    const now = chanceThat(situation, (members) => members.includes(cause))
    const failing = {
      left: situation.left,
      sets: situation.sets.map((set) => ({
        members: set.members,
        weight: set.weight * findingLikelihood({ ...option, holds: true }, set.members),
      })),
    }
    return { cause, by: chanceThat(failing, (members) => members.includes(cause)) - now }
  })
  const byMove = moved.toSorted((one, other) => other.by - one.by)
  const up = byMove[0]
  const down = byMove.at(-1)
  const reason =
    up !== undefined && down !== undefined && down.by < -0.02 && up.by > 0.02
      ? say('diagnosis.reason.check', { one: titleOf(input, up.cause), other: titleOf(input, down.cause) })
      : say('diagnosis.reason.check-one', { one: titleOf(input, up?.cause ?? 0) })
  return written('check', option.check, input, reason, Math.max(chanceOfFailing, 1 - chanceOfFailing))
}

/** Where a phone ends that is locked to somebody's account; null while that is the less likely reading of the case. */
const lockedEnd = ({ knowledge, situation, language, family, say, ...rest }: PlanInput): Step | null => {
  const locked = knowledge.causes.flatMap(({ endsOnlyIn }, index) =>
    endsOnlyIn === undefined ? [] : [{ index, endsOnlyIn }],
  )
  const isLocked = (members: readonly number[]): boolean =>
    locked.some(({ index }) => members.includes(index))
  const chance = chanceThat(situation, isLocked)
  const likeliest = locked
    .map((each) => ({ ...each, chance: chanceThat(situation, (members) => members.includes(each.index)) }))
    .toSorted((one, other) => other.chance - one.chance)[0]
  if (chance < LOCKED_FROM || likeliest === undefined) return null
  const fix = findFix(knowledge, likeliest.endsOnlyIn)
  if (fix === undefined) return null
  const input = { knowledge, situation, language, family, say, ...rest }
  return written('refer', fix, input, say('diagnosis.reason.locked'), chance)
}

/** What to do next, and then, with the least expected minutes; see course.ts and look-ahead.ts. */
export const planFor = (input: PlanInput): Plan => {
  const { knowledge, situation, options, checks, say } = input
  const { lastResort } = knowledge
  const locked = lockedEnd(input)
  if (locked !== null) return { next: locked, plan: [locked], expectedMinutes: lastResort.minutes }

  const found = new Set(input.found.keys())
  const fixes = course(situation, options, found, lastResort.minutes)
  const [firstFix] = fixes.steps
  const foundFirst = firstFix !== undefined && found.has(firstFix.aim)
  const check = foundFirst
    ? null
    : bestCheck(checks, situation, costOfCourse(options, found, lastResort.minutes))

  const referral = findFix(knowledge, lastResort.fix)
  const end =
    referral === undefined || fixes.remaining < 0.02
      ? []
      : [written('refer', referral, input, say('diagnosis.reason.refer'), fixes.remaining)]
  const steps = [
    ...(check === null ? [] : [checkStep(input, check)]),
    ...fixes.steps.map((step) => fixStep(input, step)),
  ].slice(0, LONGEST_PLAN - end.length)
  const plan = [...steps, ...end]
  return { next: plan[0] ?? null, plan, expectedMinutes: check?.cost ?? fixes.cost }
}
