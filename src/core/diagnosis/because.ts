import type { Say } from '../words/index.ts'
import type { Because } from './diagnosis.ts'
import type { WeightedSet } from './enumerate.ts'
import type { Evidence, Tried } from './evidence.ts'
import { findingLikelihood, outcomeOf, type Network } from './network.ts'

/** Moves the odds by less than this: not worth a line. */
const MATTERS = 1.1
/** What only follows from another cause being likelier or less likely must move them by more. */
const INDIRECT_MATTERS = 1.5
const MOST_LINES = 6
/** A factor beyond this says "certain", and the arithmetic has no more digits for it. */
const CAP = 1e6

type Reason = Because & { readonly direct: boolean }

const odds = (withCause: number, total: number): number =>
  Math.min(CAP, Math.max(1 / CAP, withCause / Math.max(total - withCause, total * 1e-9)))

const perCause = (sets: readonly WeightedSet[], count: number, divisor: (set: WeightedSet) => number) => {
  const sums = new Float64Array(count)
  let total = 0
  for (const set of sets) {
    const weight = set.weight / divisor(set)
    total += weight
    for (const member of set.members) sums[member] = (sums[member] ?? 0) + weight
  }
  return { sums, total }
}

/**
 * For each cause what speaks for and against it. The factor of an item is the odds of the cause with everything
 * known, over the odds with everything but this item: the honest size, explaining away included.
 */
export const reasonsByCause = (
  network: Network,
  sets: readonly WeightedSet[],
  evidence: readonly Evidence[],
  tried: readonly Tried[],
  say: Say,
): readonly (readonly Because[])[] => {
  const count = network.rates.length
  const reasons: Reason[][] = Array.from({ length: count }, () => [])
  const all = perCause(sets, count, () => 1)

  const compare = (
    name: string,
    divisor: (set: WeightedSet) => number,
    concerns: (cause: number) => boolean,
    text: (cause: number, effect: Because['effect']) => string,
  ): void => {
    const without = perCause(sets, count, divisor)
    for (let cause = 0; cause < count; cause += 1) {
      const ratio = odds(all.sums[cause] ?? 0, all.total) / odds(without.sums[cause] ?? 0, without.total)
      const effect = ratio >= 1 ? 'for' : 'against'
      const factor = ratio >= 1 ? ratio : 1 / ratio
      const direct = concerns(cause)
      if (factor < (direct ? MATTERS : INDIRECT_MATTERS)) continue
      const words = text(cause, effect)
      if (words !== '') reasons[cause]?.push({ evidence: name, effect, factor, text: words, direct })
    }
  }

  for (const { name, finding, text } of evidence) {
    const concerns = (cause: number): boolean => finding.strengths.has(cause)
    compare(
      name,
      ({ members }) => findingLikelihood(finding, members),
      concerns,
      (cause, effect) => {
        if (text === '') return ''
        if (concerns(cause)) return text
        return effect === 'against'
          ? say('diagnosis.because.explained-elsewhere', { text })
          : say('diagnosis.because.others-less', { text })
      },
    )
  }

  const outcome = outcomeOf(network)
  for (const { name, trial, outcome: result, title } of tried) {
    const without =
      result === 'worked'
        ? outcomeOf({ ...network, success: null })
        : outcomeOf({ ...network, trials: network.trials.filter((each) => each !== trial) })
    compare(
      name,
      ({ members }) => Math.max(outcome(members), 1e-12) / Math.max(without(members), 1e-12),
      (cause) => trial.removes.has(cause),
      (cause, effect) => {
        const key = `diagnosis.because.attempt.${result}` as const
        const words = say(key, { title })
        if (trial.removes.has(cause) || effect === 'against') return words
        return say('diagnosis.because.others-less', { text: words })
      },
    )
  }

  return reasons.map((lines) =>
    lines
      .toSorted((one, other) => Number(other.direct) - Number(one.direct) || other.factor - one.factor)
      .slice(0, MOST_LINES)
      .toSorted((one, other) => other.factor - one.factor)
      .map(({ evidence: name, effect, factor, text }) => ({ evidence: name, effect, factor, text })),
  )
}
