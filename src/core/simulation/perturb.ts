import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Random } from './random.ts'

/** The schema's own bounds: nothing is certain, and no cause is there in more than half of the cases. */
const HIGHEST = 0.999
const HIGHEST_PRIOR = 0.5

/** The same knowledge with every chance in it off by a factor of its own, drawn log-uniformly from 1/2 to 2. */
export const perturb = (knowledge: Knowledge, random: Random): Knowledge => {
  const off = (chance: number, highest = HIGHEST): number =>
    Math.min(highest, chance * 2 ** (2 * random() - 1))
  const all = (chances: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(chances).map(([id, chance]) => [id, off(chance)]))
  return {
    ...knowledge,
    unlisted: off(knowledge.unlisted),
    symptoms: knowledge.symptoms.map((each) => ({ ...each, leak: off(each.leak) })),
    signs: knowledge.signs.map((each) => ({ ...each, leak: off(each.leak) })),
    checks: knowledge.checks.map((each) => ({ ...each, leak: off(each.leak) })),
    causes: knowledge.causes.map((each) => ({
      ...each,
      prior: off(each.prior, HIGHEST_PRIOR),
      shows: all(each.shows),
    })),
    fixes: knowledge.fixes.map((each) => ({ ...each, fixes: all(each.fixes) })),
  }
}
