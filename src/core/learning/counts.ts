import { enumerate } from '../diagnosis/enumerate.ts'
import { modelOf } from '../diagnosis/model.ts'
import type { Finding, Trial } from '../diagnosis/network.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Group } from './group.ts'

/** A case that has ended, as far as it teaches: what was known, what was tried in vain, and what worked. */
export type Lesson = {
  readonly group: Group
  /** What was known when the phone came in, and what checks said after that. */
  readonly intake: readonly Finding[]
  readonly answers: readonly Finding[]
  readonly failed: readonly string[]
  /** Mostly one; several when they were done before one sign-in try. None: nothing worked. */
  readonly worked: readonly string[]
  /** How far its outcome is believed, 0 to 1; 1 where nothing is said. */
  readonly weight?: number
}

/** Counts, in cases: shares of a case where nobody can be sure, or where only somebody's word stands for the outcome. */
export type Counts = {
  /** Tickets, each one, and what they weigh. */
  readonly tickets: number
  readonly cases: number
  /** How often each cause was there, by cause id. */
  readonly causes: ReadonlyMap<string, number>
  /** How often it was to be expected, from what was known when those phones came in. */
  readonly expected: ReadonlyMap<string, number>
  /** How often a fix took a cause away and how often it did not, by "fix cause". */
  readonly worked: ReadonlyMap<string, number>
  readonly failed: ReadonlyMap<string, number>
}
export const pairOf = (fix: string, cause: string): string => `${fix} ${cause}`

const trialOf = (knowledge: Knowledge, fixes: readonly string[]): Trial => {
  const { removes } = modelOf(knowledge)
  const left = new Map<number, number>()
  for (const id of fixes)
    for (const [cause, chance] of removes({ id })) left.set(cause, (left.get(cause) ?? 1) * (1 - chance))
  return { removes: new Map([...left].map(([cause, each]) => [cause, 1 - each])) }
}

/** What one case says: how probable each cause is in hindsight, and of each fix what it did to each. */
export const countsOf = (lesson: Lesson, knowledge: Knowledge): Counts => {
  const weight = lesson.weight ?? 1
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
          weight * (chances[cause] ?? 0),
        ]),
      ),
    )
  return {
    tickets: 1,
    cases: weight,
    causes: new Map(knowledge.causes.map(({ id }, cause) => [id, weight * (chances[cause] ?? 0)])),
    expected: new Map(knowledge.causes.map(({ id }, cause) => [id, weight * (expected[cause] ?? 0)])),
    worked: shares(lesson.worked.length === 1 ? lesson.worked : []),
    failed: shares(lesson.failed),
  }
}
