import type { Network } from '../../../src/core/diagnosis/network.ts'

/** P(cause | everything), straight from the definition of the model: every subset, nothing pruned, nothing divided out. */
export const bruteForce = (network: Network): readonly number[] => {
  const { rates, leak, findings, trials, success } = network
  const sums = rates.map(() => 0)
  let total = 0
  for (let subset = 0; subset < 2 ** rates.length; subset += 1) {
    const has = (cause: number): boolean => (subset & (1 << cause)) !== 0
    let weight = subset === 0 ? leak : 1
    rates.forEach((rate, cause) => {
      weight *= has(cause) ? rate : 1 - rate
    })
    for (const finding of findings) {
      let none = 1 - finding.leak
      for (const [cause, chance] of finding.strengths) if (has(cause)) none *= 1 - chance
      weight *= finding.holds ? 1 - none : none
    }
    const left = (cause: number, tried: Network['trials']): number =>
      tried.reduce((rest, { removes }) => rest * (1 - (removes.get(cause) ?? 0)), 1)
    const stillThere = (tried: Network['trials']): number => {
      if (subset === 0) return 1
      return 1 - rates.reduce((gone, _, cause) => (has(cause) ? gone * (1 - left(cause, tried)) : gone), 1)
    }
    if (success === null) weight *= stillThere(trials)
    else if (subset === 0) weight *= 0.02
    else weight *= Math.max(stillThere(trials) - stillThere([...trials, success]), 1e-12)
    total += weight
    rates.forEach((_, cause) => {
      if (has(cause)) sums[cause] = (sums[cause] ?? 0) + weight
    })
  }
  return sums.map((sum) => sum / total)
}
