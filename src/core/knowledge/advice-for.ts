import { findFix } from './find.ts'
import type { Knowledge } from './knowledge.ts'
import type { Advice } from './schema.ts'

/** A customer takes home two or three things, not ten. */
const MOST = 3
/** Below this nobody knows that the cause was there. */
const LIKELY = 0.3

type Ranked = { readonly id: string; readonly probability: number }

/**
 * What to tell the customer when the phone is handed back: of the causes that were likely there, and where a fix has
 * worked, of those that it removes.
 */
export const adviceFor = (
  knowledge: Knowledge,
  causes: readonly Ranked[],
  worked: readonly string[],
): readonly Advice[] => {
  const fixes = worked.flatMap((fix) => findFix(knowledge, fix) ?? [])
  const likely = causes.filter(
    ({ id, probability }) =>
      probability >= LIKELY && (fixes.length === 0 || fixes.some((fix) => Object.hasOwn(fix.fixes, id))),
  )
  const weight = ({ after }: Advice): number =>
    likely.reduce((sum, { id, probability }) => sum + (after.includes(id) ? probability : 0), 0)
  return knowledge.advice
    .map((advice) => ({ advice, weight: weight(advice) }))
    .filter((each) => each.weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(({ advice }) => advice)
}
