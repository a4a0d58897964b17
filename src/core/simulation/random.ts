/** Numbers from 0 to 1, below 1. */
export type Random = () => number

/** The same numbers for the same seed, on every machine: mulberry32, 32 bits of state, whole-number arithmetic only. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const happens = (chance: number, random: Random): boolean => random() < chance

/** So many of them, each as likely as the others, in random order. */
export const drawn = <T>(items: readonly T[], count: number, random: Random): readonly T[] => {
  const rest = [...items]
  const taken: T[] = []
  while (taken.length < count && rest.length > 0)
    taken.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return taken
}
