import type { Say } from '../words/index.ts'
import type { Because } from './diagnosis.ts'
import type { WeightedSets } from './enumerate.ts'
import type { Evidence } from './evidence.ts'
import { likelihoods } from './likelihoods.ts'
import { outcomeOf, type Network } from './network.ts'
import type { Tried } from './tried.ts'

/** Moves the odds by less than this: not worth a line. */
const MATTERS = 1.1
/** What only follows from another cause being likelier or less likely must move them by more. */
const INDIRECT_MATTERS = 1.5
const MOST_LINES = 6
const MOST_INDIRECT_LINES = 2
/** A factor beyond this says "certain", and the arithmetic has no more digits for it. */
const CAP = 1e6

const odds = (withCause: number, total: number): number =>
  Math.min(CAP, Math.max(1 / CAP, withCause / Math.max(total - withCause, total * 1e-9)))

const listOf = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ')

/** Its sentence is made when it is among those that are shown. */
type Reason = Omit<Because, 'text'> & { readonly words: () => string }

/** Sums of the weights, divided by what each set owes to one item, in all and by cause. */
const perCause = (sets: WeightedSets, count: number, owed: Float64Array | null) => {
  const sums = new Float64Array(count)
  let total = 0
  sets.members.forEach((members, index) => {
    const weight = (sets.weights[index] ?? 0) / (owed?.[index] ?? 1)
    total += weight
    for (const member of members) sums[member] = (sums[member] ?? 0) + weight
  })
  return { sums, total }
}

/**
 * For each cause what speaks for and against it. The factor of an item is the odds of the cause with everything
 * known, over the odds with everything but this item: the honest size, explaining away included.
 */
export const reasonsByCause = (
  network: Network,
  sets: WeightedSets,
  evidence: readonly Evidence[],
  tried: readonly Tried[],
  say: Say,
): readonly (readonly Because[])[] => {
  const count = network.rates.length
  const reasons: Reason[][] = Array.from({ length: count }, () => [])
  const all = perCause(sets, count, null)

  const compare = (
    name: string,
    owed: Float64Array,
    concerns: (cause: number) => boolean,
    text: (cause: number, effect: Because['effect']) => string,
  ): void => {
    const without = perCause(sets, count, owed)
    for (let cause = 0; cause < count; cause += 1) {
      const ratio = odds(all.sums[cause] ?? 0, all.total) / odds(without.sums[cause] ?? 0, without.total)
      const effect = ratio >= 1 ? 'for' : 'against'
      const factor = ratio >= 1 ? ratio : 1 / ratio
      const direct = concerns(cause)
      if (factor < (direct ? MATTERS : INDIRECT_MATTERS)) continue
      reasons[cause]?.push({ evidence: name, effect, factor, words: () => text(cause, effect), direct })
    }
  }

  for (const { name, finding, text } of evidence) {
    if (text === '') continue
    const concerns = (cause: number): boolean => finding.strengths.has(cause)
    compare(name, likelihoods(finding, sets.members, count), concerns, (cause, effect) => {
      if (concerns(cause)) return text
      return effect === 'against'
        ? say('diagnosis.because.explained-elsewhere', { text })
        : say('diagnosis.because.others-less', { text })
    })
  }

  const outcome = outcomeOf(network)
  for (const { name, trial, outcome: result, titles } of tried) {
    const [title = ''] = titles
    const without =
      result === 'worked'
        ? outcomeOf({ ...network, success: null })
        : outcomeOf({ ...network, trials: network.trials.filter((each) => each !== trial) })
    compare(
      name,
      Float64Array.from(
        sets.members,
        (members) => Math.max(outcome(members), 1e-12) / Math.max(without(members), 1e-12),
      ),
      (cause) => trial.removes.has(cause),
      (cause, effect) => {
        const words =
          titles.length === 1
            ? say(`diagnosis.because.attempt.${result}`, { title })
            : say(`diagnosis.because.together.${result}`, { titles: listOf(titles) })
        if (trial.removes.has(cause) || effect === 'against') return words
        return say('diagnosis.because.others-less', { text: words })
      },
    )
  }

  const strongest = (lines: readonly Reason[], most: number): readonly Reason[] =>
    lines.toSorted((one, other) => other.factor - one.factor).slice(0, most)
  return reasons.map((lines) =>
    strongest(
      [
        ...strongest(
          lines.filter(({ direct }) => direct),
          MOST_LINES,
        ),
        ...strongest(
          lines.filter(({ direct }) => !direct),
          MOST_INDIRECT_LINES,
        ),
      ],
      MOST_LINES,
    ).map(({ words, ...reason }) => ({ ...reason, text: words() })),
  )
}
