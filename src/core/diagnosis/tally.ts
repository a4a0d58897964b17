import { stillThere } from './network.ts'
import { unsolved, type Situation } from './situation.ts'

/** What is left of a case while fixes are thought through one after the other. */
export type Tally = {
  readonly left: Float64Array
  /** The chance that the trouble is still there. */
  unsolved: number
  /** The part of it in which the phone is locked to somebody's account. */
  locked: number
}

type Sets = Situation['members']
const NO_SETS: readonly number[] = []

/** The sets that each cause is in; a look-ahead asks for the same sets again and again. */
const known = new WeakMap<Sets, readonly (readonly number[])[]>()
const setsByCause = (members: Sets, count: number): readonly (readonly number[])[] => {
  const found = known.get(members)
  if (found !== undefined) return found
  const made = Array.from({ length: count }, () => [] as number[])
  members.forEach((set, index) => {
    for (const cause of set) made[cause]?.push(index)
  })
  known.set(members, made)
  return made
}

export const tallyOf = (situation: Situation, ends: ReadonlyMap<number, string>): Tally => {
  const { members, weights, left } = situation
  let locked = 0
  for (const cause of ends.keys())
    for (const index of setsByCause(members, left.length)[cause] ?? NO_SETS) {
      const set = members[index] ?? NO_SETS
      // A set with two of them is counted with the first.
      if (set.find((each) => ends.has(each)) === cause)
        locked += (weights[index] ?? 0) * stillThere(set, left)
    }
  return { left: Float64Array.from(left), unsolved: unsolved(situation), locked }
}

/** Takes a fix off what is left: only the sets that hold one of its causes change. */
export const takeOff = (
  tally: Tally,
  { members, weights }: Situation,
  removes: readonly (readonly [cause: number, chance: number])[],
  ends: ReadonlyMap<number, string>,
): void => {
  const { left } = tally
  const byCause = setsByCause(members, left.length)
  for (const [cause, chance] of removes) {
    const before = left[cause] ?? 1
    const after = before * (1 - chance)
    for (const index of byCause[cause] ?? NO_SETS) {
      const set = members[index] ?? NO_SETS
      let others = 1
      for (const other of set) if (other !== cause) others *= 1 - (left[other] ?? 1)
      const change = (weights[index] ?? 0) * others * (after - before)
      tally.unsolved += change
      if (set.some((each) => ends.has(each))) tally.locked += change
    }
    left[cause] = after
  }
}
