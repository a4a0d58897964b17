import { savedBy, type Option, type Rules } from './rules.ts'

/** A cause that a reading found is dealt with before anything is guessed, as long as it is likelier there than not. */
const STILL_FOUND = 0.5

/** The expected number of causes that a fix removes. */
const progress = ({ removes }: Option, chances: Float64Array): number => {
  let sum = 0
  for (const [cause, chance] of removes) sum += (chances[cause] ?? 0) * chance
  return sum
}

type Open = Pick<Rules, 'openings' | 'opened' | 'lastResort'>
type Rated = { readonly option: Option; readonly gain: number; readonly cost: number }

/**
 * The best beginning of fixes that share a closed opening: taken in the order of their own chance over cost, the
 * opening paid once, as many of them as make the whole most worth its minutes.
 */
const bestTogether = (members: readonly Rated[], opening: number): { first: Rated; rate: number } | null => {
  const order = members.toSorted(
    (one, other) => other.gain / (other.cost - opening) - one.gain / (one.cost - opening),
  )
  const [first] = order
  if (first === undefined) return null
  let gain = 0
  let cost = opening
  let rate = 0
  for (const each of order) {
    gain += each.gain
    cost += each.cost - opening
    rate = Math.max(rate, gain / cost)
  }
  return { first, rate }
}

/** The most progress a minute, if that is worth more than going straight to the last resort. */
const best = (
  options: readonly Option[],
  chances: Float64Array,
  { openings, opened, lastResort }: Open,
): Option | null => {
  let found: Option | null = null
  let most = 1 / lastResort
  const closed = new Map<string, Rated[]>()
  for (const option of options) {
    const gain = progress(option, chances)
    const cost = option.cost - savedBy(option.opening, opened, openings)
    const rate = gain / cost
    if (rate >= most) {
      found = option
      most = rate
    }
    if (option.opening !== null && !opened.has(option.opening)) {
      const members = closed.get(option.opening)
      if (members === undefined) closed.set(option.opening, [{ option, gain, cost }])
      else members.push({ option, gain, cost })
    }
  }
  for (const [opening, members] of closed) {
    const together = bestTogether(members, openings.get(opening) ?? 0)
    if (together !== null && together.rate > most) {
      found = together.first.option
      most = together.rate
    }
  }
  return found
}

/** Causes found by a reading first, then guesses. */
export const choose = (
  options: readonly Option[],
  chances: Float64Array,
  found: readonly number[],
  open: Open,
): Option | null => {
  const still = found.filter((cause) => (chances[cause] ?? 0) >= STILL_FOUND)
  const forFound =
    still.length === 0
      ? []
      : options.filter(({ removes }) => removes.some(([cause]) => still.includes(cause)))
  return best(forFound, chances, open) ?? best(options, chances, open)
}
