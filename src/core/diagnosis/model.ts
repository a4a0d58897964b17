import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fix } from '../knowledge/schema.ts'
import { baseRates, type BaseRates } from './base-rates.ts'
import type { CheckOption } from './look-ahead.ts'
import type { Option } from './rules.ts'

/** Chances by cause index; causes left out have nothing to do with it. */
export type ByCause = ReadonlyMap<number, number>

/** What a cause may bring about. */
export type Item = `${'sign' | 'symptom' | 'check'}:${string}`

/** A knowledge base as the arithmetic needs it: causes by number, what speaks for them, what removes them. */
export type Model = BaseRates & {
  /** What each cause brings about, by "sign:ID", "symptom:ID", "check:ID". */
  readonly strengths: (item: string) => ByCause
  /** The chance that a fix removes each cause. */
  readonly removes: (fix: Pick<Fix, 'id'>) => ByCause
  /** Every fix that is done at the counter. */
  readonly options: readonly Option[]
  readonly checks: readonly CheckOption[]
  /** Causes of a phone that is locked to somebody's account, each with the referral that it ends in. */
  readonly ends: ReadonlyMap<number, string>
  /** Minutes that each opening takes. */
  readonly openings: ReadonlyMap<string, number>
}

const NONE: ByCause = new Map()

const build = (knowledge: Knowledge): Model => {
  const byItem = new Map<string, Map<number, number>>()
  const byFix = new Map<string, Map<number, number>>(knowledge.fixes.map(({ id }) => [id, new Map()]))
  knowledge.causes.forEach((cause, index) => {
    for (const [item, chance] of Object.entries(cause.shows))
      byItem.set(item, (byItem.get(item) ?? new Map<number, number>()).set(index, chance))
    for (const { id, fixes } of knowledge.fixes) {
      const chance = fixes[cause.id]
      if (chance !== undefined) byFix.get(id)?.set(index, chance)
    }
  })
  const removes = ({ id }: Pick<Fix, 'id'>): ByCause => byFix.get(id) ?? NONE
  const strengths = (item: string): ByCause => byItem.get(item) ?? NONE
  return {
    ...baseRates(
      knowledge.causes.map(({ prior }) => prior),
      knowledge.unlisted,
    ),
    strengths,
    removes,
    options: knowledge.fixes
      .filter(({ kind }) => kind === 'fix')
      .map((fix) => ({
        fix,
        cost: fix.minutes + fix.waitHours * knowledge.minutesPerWaitHour,
        opening: fix.opening ?? null,
        shares: fix.costsAttempt && fix.risk === 'none' && fix.waitHours === 0,
        removes: [...removes(fix)],
      })),
    checks: knowledge.checks.map((check) => ({
      check,
      finding: { leak: check.leak, strengths: strengths(`check:${check.id}`) },
    })),
    openings: new Map(knowledge.openings.map(({ id, minutes }) => [id, minutes])),
    ends: new Map(
      knowledge.causes.flatMap(({ endsOnlyIn }, cause) =>
        endsOnlyIn === undefined ? [] : [[cause, endsOnlyIn] as const],
      ),
    ),
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
