import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fix } from '../knowledge/schema.ts'
import { baseRates, type BaseRates } from './base-rates.ts'
import type { Option } from './course.ts'

/** Chances by cause index; causes left out have nothing to do with it. */
export type ByCause = ReadonlyMap<number, number>

/** A knowledge base as the arithmetic needs it: causes by number, what speaks for them, what removes them. */
export type Model = BaseRates & {
  /** What each cause brings about, by "sign:ID", "symptom:ID", "check:ID". */
  readonly strengths: (item: string) => ByCause
  /** The chance that a fix removes each cause. */
  readonly removes: (fix: Fix) => ByCause
  /** Every fix that is done at the counter. */
  readonly options: readonly Option[]
}

const NONE: ByCause = new Map()

const build = (knowledge: Knowledge): Model => {
  const byItem = new Map<string, Map<number, number>>()
  const byFix = new Map<Fix, Map<number, number>>(knowledge.fixes.map((fix) => [fix, new Map()]))
  knowledge.causes.forEach((cause, index) => {
    for (const [item, chance] of Object.entries(cause.shows))
      byItem.set(item, (byItem.get(item) ?? new Map<number, number>()).set(index, chance))
    for (const [fix, removes] of byFix) {
      const chance = fix.fixes[cause.id]
      if (chance !== undefined) removes.set(index, chance)
    }
  })
  const removes = (fix: Fix): ByCause => byFix.get(fix) ?? NONE
  return {
    ...baseRates(
      knowledge.causes.map(({ prior }) => prior),
      knowledge.unlisted,
    ),
    strengths: (item) => byItem.get(item) ?? NONE,
    removes,
    options: knowledge.fixes
      .filter(({ kind }) => kind === 'fix')
      .map((fix) => ({
        fix,
        cost: fix.minutes + fix.waitHours * knowledge.minutesPerWaitHour,
        removes: [...removes(fix)],
      })),
  }
}

const models = new WeakMap<Knowledge, Model>()

/** Built once for each knowledge base: it does not change, and building costs as much as a diagnosis. */
export const modelOf = (knowledge: Knowledge): Model => {
  const known = models.get(knowledge)
  if (known !== undefined) return known
  const model = build(knowledge)
  models.set(knowledge, model)
  return model
}
