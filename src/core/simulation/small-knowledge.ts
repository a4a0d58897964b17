import { modelOf } from '../diagnosis/model.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Check, Fix } from '../knowledge/schema.ts'
import { drawn, type Random } from './random.ts'

/** So small that every history can be weighed: 64 sets of causes, 64 ways to have tried, 81 ways to have asked. */
const CAUSES = 6
const FIXES = 6
const CHECKS = 4
const HIGHEST_PRIOR = 0.5

const byUse = <T>(items: readonly T[], use: (item: T) => number, most: number): readonly T[] =>
  items
    .filter((item) => use(item) > 0)
    .toSorted((one, other) => use(other) - use(one))
    .slice(0, most)

/**
 * A shop that sees six causes only, drawn from the shipped knowledge with their own evidence, the fixes that help most
 * among them and the checks that tell most; each as common among the six as it is in the whole list. Fixes that lose
 * data are left out: what they may cost is not in minutes, and a rule, not the arithmetic, keeps them for last.
 */
export const drawSmall = (knowledge: Knowledge, random: Random): Knowledge => {
  const chosen = new Set(drawn(knowledge.causes, CAUSES, random).map(({ id }) => id))
  const kept = knowledge.causes.filter(({ id }) => chosen.has(id))
  const share = (causes: Knowledge['causes']): number => causes.reduce((sum, { prior }) => sum + prior, 0)
  const scale = share(knowledge.causes) / share(kept)
  const causes = kept.map((cause) => ({ ...cause, prior: Math.min(HIGHEST_PRIOR, cause.prior * scale) }))
  const model = modelOf({ ...knowledge, causes })
  const removed = (fix: Fix): number =>
    [...model.removes(fix)].reduce((sum, [cause, chance]) => sum + chance * (causes[cause]?.prior ?? 0), 0)
  const told = ({ id, leak }: Check): number =>
    [...model.strengths(`check:${id}`)].reduce((most, [, chance]) => Math.max(most, chance - leak), 0)
  const fixes = byUse(
    knowledge.fixes.filter(({ kind, risk }) => kind === 'fix' && risk !== 'loss'),
    removed,
    FIXES,
  )
  return {
    ...knowledge,
    causes,
    fixes: [...fixes, ...knowledge.fixes.filter(({ kind }) => kind === 'refer')],
    checks: byUse(knowledge.checks, told, CHECKS),
  }
}
