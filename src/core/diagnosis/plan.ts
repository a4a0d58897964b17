import { findFix } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Check, Fix } from '../knowledge/schema.ts'
import { stepsIn, textIn, type System } from '../knowledge/text.ts'
import type { Language, Say } from '../words/index.ts'
import type { Course, CourseStep, Part } from './course.ts'
import { decide, firstFixOf, type Choices } from './decide.ts'
import { turningsOf } from './change-of-mind.ts'
import type { Step, Turn } from './diagnosis.ts'
import type { Worth } from './look-ahead.ts'
import { roughChance } from './rough.ts'
import { chanceThat, type Situation } from './situation.ts'

const LONGEST_PLAN = 8
/** From here on it is said as a fact that the phone is locked; below, as what is likely. */
const SURE = 0.95
/** A chance of at least this is worth calling likely. */
const LIKELY = 0.3
/** A check "tells one cause from another" when it moves both by at least this. */
const MOVES = 0.02
/** A cause with at least this chance counts as settled. */
const SETTLED = 0.5
/** Less left over than this after all fixes: no referral is listed. */
const LEFT_OVER = 0.02

export type Plan = {
  readonly next: Step | null
  readonly plan: readonly Step[]
  readonly expectedMinutes: number
  readonly turns: readonly Turn[]
}

export type PlanInput = {
  readonly knowledge: Knowledge
  readonly choices: Choices
  /** Causes that a reading found, with its sentence. */
  readonly found: ReadonlyMap<number, string>
  readonly system: System | null
  readonly language: Language
  readonly say: Say
}

const written = (
  kind: Step['kind'],
  record: Check | Fix,
  { language, system }: PlanInput,
  reason: string,
  chance: number,
): Step => ({
  kind,
  id: record.id,
  title: textIn(record.title, language),
  covers: record.covers,
  minutes: record.minutes,
  reason,
  steps: stepsIn(record.steps, language, system),
  caution: record.caution === undefined ? null : textIn(record.caution, language),
  chance,
  together: [],
  losesData: 'risk' in record && record.risk === 'loss',
  answers:
    'passes' in record
      ? { passes: textIn(record.passes, language), fails: textIn(record.fails, language) }
      : null,
})

const titleOf = ({ knowledge, language }: PlanInput, cause: number): string => {
  const record = knowledge.causes[cause]
  return record === undefined ? '' : textIn(record.title, language)
}

const partStep = (input: PlanInput, { option, ends, aim, aimChance }: Part): Step => {
  const { say } = input
  const text = input.found.get(aim)
  const values = { cause: titleOf(input, aim), chance: roughChance(aimChance, say) }
  const reason = (): string => {
    if (text !== undefined) return say('diagnosis.reason.found', { text })
    if (option.fix.risk === 'loss') return say('diagnosis.reason.loss', values)
    return say(aimChance >= LIKELY ? 'diagnosis.reason.likely' : 'diagnosis.reason.progress', values)
  }
  return written('fix', option.fix, input, reason(), ends)
}

/** One after the other, as they are marked; the first says which of the next are best done before the same try. */
const fixSteps = (input: PlanInput, { parts }: CourseStep): readonly Step[] => {
  const [first, ...others] = parts.map((part) => partStep(input, part))
  return first === undefined
    ? []
    : [{ ...first, together: others.map(({ id, title }) => ({ id, title })) }, ...others]
}

const settled = (situation: Situation): boolean =>
  situation.left.some((_, cause) => chanceThat(situation, (set) => set.includes(cause)) >= SETTLED)

const checkStep = (input: PlanInput, { option, minutes, chanceOfFailing, failing, passing }: Worth): Step => {
  const { choices, say, knowledge } = input
  const { situation } = choices
  // What the answer moves most, up when it fails and up when it passes, is what it tells apart.
  const moved = knowledge.causes
    .map((_, cause) => {
      const has = (members: readonly number[]): boolean => members.includes(cause)
      return { cause, by: chanceThat(failing.situation, has) - chanceThat(situation, has) }
    })
    .toSorted((one, other) => other.by - one.by)
  const up = moved[0]
  const down = moved.at(-1)
  const reason =
    up !== undefined && down !== undefined && down.by < -MOVES && up.by > MOVES
      ? say('diagnosis.reason.check', { one: titleOf(input, up.cause), other: titleOf(input, down.cause) })
      : say('diagnosis.reason.check-one', { one: titleOf(input, up?.cause ?? 0) })
  // The chance of an answer after which one cause is likelier there than not; nothing where one is already.
  const settles = settled(situation)
    ? 0
    : (settled(failing.situation) ? chanceOfFailing : 0) +
      (settled(passing.situation) ? 1 - chanceOfFailing : 0)
  return { ...written('check', option.check, input, reason, settles), minutes }
}

const lockedStep = (input: PlanInput, end: string, chance: number): Step | null => {
  const { knowledge, say } = input
  const fix = findFix(knowledge, end)
  const reason = chance >= SURE ? 'diagnosis.reason.locked' : 'diagnosis.reason.locked-likely'
  return fix === undefined
    ? null
    : written('refer', fix, input, say(reason, { chance: roughChance(chance, say) }), chance)
}

const referral = (input: PlanInput, { remaining }: Course): readonly Step[] => {
  const { knowledge, say } = input
  const fix = findFix(knowledge, knowledge.lastResort.fix)
  return fix === undefined || remaining < LEFT_OVER
    ? []
    : [written('refer', fix, input, say('diagnosis.reason.refer'), remaining)]
}

const turnsIn = (input: PlanInput, worths: readonly Worth[], fixes: Course): readonly Turn[] => {
  const { knowledge, language } = input
  return turningsOf(worths, firstFixOf(fixes)).flatMap(({ check, fails, chance, next }) => {
    const fix = findFix(knowledge, next ?? knowledge.lastResort.fix)
    if (fix === undefined) return []
    return [
      {
        check: { id: check.id, title: textIn(check.title, language), minutes: check.minutes },
        answer: textIn(fails ? check.fails : check.passes, language),
        chance,
        next: { id: fix.id, title: textIn(fix.title, language) },
      },
    ]
  })
}

/** What to do next, and then, in words. */
export const planFor = (input: PlanInput): Plan => {
  const decision = decide(input.choices)
  if (decision.kind === 'locked') {
    const step = lockedStep(input, decision.end, decision.chance)
    const plan = step === null ? [] : [step]
    return { next: step, plan, expectedMinutes: input.choices.lastResort, turns: [] }
  }
  const { fixes } = decision
  const worth = decision.kind === 'check' ? decision.worth : null
  const end = referral(input, fixes)
  const steps = [
    ...(worth === null ? [] : [checkStep(input, worth)]),
    ...fixes.steps.flatMap((step) => fixSteps(input, step)),
  ].slice(0, LONGEST_PLAN - end.length)
  const plan = [...steps, ...end]
  return {
    next: plan[0] ?? null,
    plan,
    expectedMinutes: worth?.cost ?? fixes.cost,
    turns: turnsIn(input, decision.worths, fixes),
  }
}
