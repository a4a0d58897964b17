import { enumerate } from '../diagnosis/enumerate.ts'
import { modelOf } from '../diagnosis/model.ts'
import type { Finding, Trial } from '../diagnosis/network.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** Which phones a count is about: all, one family, or one family of one region ("MIUI", "MIUI IN"). */
export type Group = { readonly family: string | null; readonly region: string | null }

/** A case that has ended, as far as it teaches: what was known, what was tried in vain, and what worked. */
export type Lesson = {
  readonly group: Group
  /** What was known when the phone came in, and what checks said after that. */
  readonly intake: readonly Finding[]
  readonly answers: readonly Finding[]
  readonly failed: readonly string[]
  /** Mostly one; several when they were done before one sign-in try. None: nothing worked. */
  readonly worked: readonly string[]
}

/** Counts, in cases: shares of a case where nobody can be sure. */
export type Counts = {
  readonly cases: number
  /** How often each cause was there, by cause id. */
  readonly causes: ReadonlyMap<string, number>
  /** How often it was to be expected, from what was known when those phones came in. */
  readonly expected: ReadonlyMap<string, number>
  /** How often a fix took a cause away and how often it did not, by "fix cause". */
  readonly worked: ReadonlyMap<string, number>
  readonly failed: ReadonlyMap<string, number>
}
/** What a shop has seen, by group; '' is all of it. */
export type Experience = ReadonlyMap<string, Counts>

export const pairOf = (fix: string, cause: string): string => `${fix} ${cause}`

/** The groups that a phone belongs to, the widest first. */
export const groupsOf = ({ family, region }: Group): readonly string[] => [
  '',
  ...(family === null ? [] : [family]),
  ...(family === null || region === null ? [] : [`${family} ${region}`]),
]

const trialOf = (knowledge: Knowledge, fixes: readonly string[]): Trial => {
  const { removes } = modelOf(knowledge)
  const left = new Map<number, number>()
  for (const id of fixes)
    for (const [cause, chance] of removes({ id })) left.set(cause, (left.get(cause) ?? 1) * (1 - chance))
  return { removes: new Map([...left].map(([cause, each]) => [cause, 1 - each])) }
}

/** What one case says: how probable each cause is in hindsight, and of each fix what it did to each. */
const countsOf = (lesson: Lesson, knowledge: Knowledge): Counts => {
  const { rates, leak, removes } = modelOf(knowledge)
  const { chances } = enumerate({
    rates,
    leak,
    findings: [...lesson.intake, ...lesson.answers],
    trials: lesson.failed.map((fix) => trialOf(knowledge, [fix])),
    success: lesson.worked.length === 0 ? null : trialOf(knowledge, lesson.worked),
  })
  const expected = enumerate({ rates, leak, findings: lesson.intake, trials: [], success: null }).chances
  // In hindsight: a fix that failed is held against the causes that were there after all, whatever worked later.
  const shares = (fixes: readonly string[]): Map<string, number> =>
    new Map(
      fixes.flatMap((fix) =>
        [...removes({ id: fix }).keys()].map((cause) => [
          pairOf(fix, knowledge.causes[cause]?.id ?? ''),
          chances[cause] ?? 0,
        ]),
      ),
    )
  return {
    cases: 1,
    causes: new Map(knowledge.causes.map(({ id }, cause) => [id, chances[cause] ?? 0])),
    expected: new Map(knowledge.causes.map(({ id }, cause) => [id, expected[cause] ?? 0])),
    worked: shares(lesson.worked.length === 1 ? lesson.worked : []),
    failed: shares(lesson.failed),
  }
}

const NONE: Counts = {
  cases: 0,
  causes: new Map(),
  expected: new Map(),
  worked: new Map(),
  failed: new Map(),
}

const sum = (
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> => {
  const both = new Map(one)
  for (const [key, value] of other) both.set(key, (both.get(key) ?? 0) + value)
  return both
}

const plus = (one: Counts, other: Counts): Counts => ({
  cases: one.cases + other.cases,
  causes: sum(one.causes, other.causes),
  expected: sum(one.expected, other.expected),
  worked: sum(one.worked, other.worked),
  failed: sum(one.failed, other.failed),
})

export const NO_EXPERIENCE: Experience = new Map()

/** Adds a case to what was seen; `knowledge` is what was believed when it came, so that hindsight is as good as it can be. */
export const learn = (experience: Experience, lesson: Lesson, knowledge: Knowledge): Experience => {
  const counts = countsOf(lesson, knowledge)
  const grown = new Map(experience)
  for (const group of groupsOf(lesson.group)) grown.set(group, plus(grown.get(group) ?? NONE, counts))
  return grown
}
