import { enumerate } from '../diagnosis/enumerate.ts'
import { modelOf } from '../diagnosis/model.ts'
import { together, type Finding } from '../diagnosis/network.ts'
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

/**
 * What each of several fixes before one sign-in that worked did to a cause that it took: the first meets it for sure,
 * the next only where those before it failed on it. So the credits add up to one and none counts for a whole success,
 * and one that mostly came too late says as little as that. `takes`: each one's chance, in the order they were done.
 */
export const creditOf = (
  takes: readonly number[],
): readonly { readonly worked: number; readonly failed: number }[] => {
  let left = 1
  const alone = takes.map((take) => {
    const worked = left * take
    left *= 1 - take
    return worked
  })
  const all = alone.reduce((sum, each) => sum + each, 0)
  let met = 1
  return alone.map((each) => {
    const worked = all <= 0 ? 0 : each / all
    const failed = all <= 0 ? 0 : Math.max(0, met - worked)
    met -= worked
    return { worked, failed }
  })
}

/** What one case says: how probable each cause is in hindsight, and of each fix what it did to each. */
export const countsOf = (lesson: Lesson, knowledge: Knowledge): Counts => {
  const weight = lesson.weight ?? 1
  const { rates, leak, removes } = modelOf(knowledge)
  const { chances } = enumerate({
    rates,
    leak,
    findings: [...lesson.intake, ...lesson.answers],
    trials: lesson.failed.map((fix) => ({ removes: removes({ id: fix }) })),
    success: lesson.worked.length === 0 ? null : together(lesson.worked.map((fix) => removes({ id: fix }))),
  })
  const expected = enumerate({ rates, leak, findings: lesson.intake, trials: [], success: null }).chances
  const worked = new Map<string, number>()
  const failed = new Map<string, number>()
  const add = (to: Map<string, number>, fix: string, cause: number, share: number): void => {
    const pair = pairOf(fix, knowledge.causes[cause]?.id ?? '')
    if (share > 0) to.set(pair, (to.get(pair) ?? 0) + share * weight * (chances[cause] ?? 0))
  }
  // In hindsight: a fix that failed is held against the causes that were there after all, whatever worked later.
  for (const fix of lesson.failed) for (const cause of removes({ id: fix }).keys()) add(failed, fix, cause, 1)
  const taken = lesson.worked.map((fix) => removes({ id: fix }))
  for (const cause of new Set(taken.flatMap((each) => [...each.keys()])))
    creditOf(taken.map((each) => each.get(cause) ?? 0)).forEach((credit, place) => {
      const fix = lesson.worked[place] ?? ''
      if (!taken[place]?.has(cause)) return
      add(worked, fix, cause, credit.worked)
      add(failed, fix, cause, credit.failed)
    })
  return {
    tickets: 1,
    cases: weight,
    causes: new Map(knowledge.causes.map(({ id }, cause) => [id, weight * (chances[cause] ?? 0)])),
    expected: new Map(knowledge.causes.map(({ id }, cause) => [id, weight * (expected[cause] ?? 0)])),
    worked,
    failed,
  }
}
