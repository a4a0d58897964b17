import { stillThere } from './network.ts'

/** A case between two steps. */
export type Situation = {
  readonly members: readonly (readonly number[])[]
  /** How probable each set was; times the chance that the trouble is still there, how probable it is now. */
  readonly weights: Float64Array
  /** How much of each cause the fixes done so far have left. */
  readonly left: readonly number[]
}

const NO_CAUSE: readonly number[] = []

/** The chance that the trouble is still there. */
export const unsolved = ({ members, weights, left }: Situation): number => {
  let sum = 0
  for (let index = 0; index < members.length; index += 1)
    sum += (weights[index] ?? 0) * stillThere(members[index] ?? NO_CAUSE, left)
  return sum
}

/** P(cause was there), by cause, before the fixes. */
export const presence = ({ members, weights, left }: Situation): Float64Array => {
  const chances = new Float64Array(left.length)
  for (let index = 0; index < members.length; index += 1) {
    const weight = weights[index] ?? 0
    for (const member of members[index] ?? NO_CAUSE) chances[member] = (chances[member] ?? 0) + weight
  }
  return chances
}

/** P(a set of this kind is behind it, and the trouble is still there). */
export const chanceThat = (situation: Situation, holds: (members: readonly number[]) => boolean): number => {
  const { members, weights, left } = situation
  const part = members.reduce(
    (sum, set, index) => (holds(set) ? sum + (weights[index] ?? 0) * stillThere(set, left) : sum),
    0,
  )
  return part / Math.max(unsolved(situation), 1e-300)
}
