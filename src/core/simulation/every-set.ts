import { modelOf } from '../diagnosis/model.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Intake } from './world.ts'

/**
 * Every set of causes as the bits of its index, with P(set and intake and trouble): straight from the definition of
 * the model, apart from the engine's own arithmetic.
 */
export const everySet = (knowledge: Knowledge, { evidence }: Intake): Float64Array => {
  const { rates, leak, strengths } = modelOf(knowledge)
  const leaks = new Map<string, number>([
    ...knowledge.signs.map(({ id, leak: each }) => [`sign:${id}`, each] as const),
    ...knowledge.symptoms.map(({ id, leak: each }) => [`symptom:${id}`, each] as const),
  ])
  return Float64Array.from({ length: 2 ** rates.length }, (_, set) => {
    const has = (cause: number): boolean => (set & (1 << cause)) !== 0
    const there = rates.reduce((product, rate, cause) => product * (has(cause) ? rate : 1 - rate), 1)
    return evidence.reduce(
      (product, { item, holds }) => {
        let none = 1 - (leaks.get(item) ?? 0)
        for (const [cause, chance] of strengths(item)) if (has(cause)) none *= 1 - chance
        return product * (holds ? 1 - none : none)
      },
      set === 0 ? there * leak : there,
    )
  })
}
