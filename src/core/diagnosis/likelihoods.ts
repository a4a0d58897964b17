import type { Finding } from './network.ts'

/** P(the finding is as it is | set), for each set; dense, because it is asked for thousands of sets. */
export const likelihoods = (
  finding: Finding,
  sets: readonly (readonly number[])[],
  count: number,
): Float64Array => {
  const miss = new Float64Array(count).fill(1)
  for (const [cause, chance] of finding.strengths) miss[cause] = 1 - chance
  const result = new Float64Array(sets.length)
  for (let index = 0; index < sets.length; index += 1) {
    let none = 1 - finding.leak
    for (const member of sets[index] ?? []) none *= miss[member] ?? 1
    result[index] = finding.holds ? 1 - none : none
  }
  return result
}
