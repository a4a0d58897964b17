import { judge } from '../diagnosis/judge.ts'
import { modelOf } from '../diagnosis/model.ts'
import { unsolved } from '../diagnosis/situation.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fix } from '../knowledge/schema.ts'
import type { Policy } from './play.ts'

/** The same fixes in the same order for every case, whatever is seen. */
export const fixedOrder =
  (order: readonly Fix[]): Policy =>
  ({ failed }) => {
    const next = order[failed.length]
    return next === undefined ? { kind: 'refer' } : { kind: 'fix', fixes: [next] }
  }

/**
 * Chance over cost from the starting guesses, fixed once for all cases, and cut where going on costs more than the last
 * resort saves; what loses data is left out, as in the engine.
 */
export const staticFixes = (knowledge: Knowledge): readonly Fix[] => {
  const { options } = modelOf(knowledge)
  const order = options
    .filter(({ fix }) => fix.risk !== 'loss')
    .map(({ fix, cost, removes }) => ({
      fix,
      cost,
      removes,
      rate:
        removes.reduce((sum, [cause, chance]) => sum + (knowledge.causes[cause]?.prior ?? 0) * chance, 0) /
        cost,
    }))
    .toSorted((one, other) => other.rate - one.rate)
  const { choices } = judge(
    { findings: [], found: [], failed: [], worked: null, opened: new Set(), isAnswered: () => true },
    knowledge,
  )
  if (choices === null) return []
  const left = [...choices.situation.left]
  const start = unsolved(choices.situation)
  let spent = 0
  let least = choices.lastResort
  let cut = 0
  order.forEach(({ cost, removes }, index) => {
    spent += (unsolved({ ...choices.situation, left }) / start) * cost
    for (const [cause, chance] of removes) left[cause] = (left[cause] ?? 1) * (1 - chance)
    const total = spent + (unsolved({ ...choices.situation, left }) / start) * choices.lastResort
    if (total < least) {
      least = total
      cut = index + 1
    }
  })
  return order.slice(0, cut).map(({ fix }) => fix)
}
