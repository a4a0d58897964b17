import { outcomeOf, type Network } from './network.ts'

/** A set of causes that may be there together, with its share of the whole. */
export type WeightedSet = { readonly members: readonly number[]; readonly weight: number }

export type Posterior = {
  /** P(cause is there | everything known). */
  readonly chances: readonly number[]
  /** The sets that matter, heaviest first; their weights add up to 1 but for what was dropped. */
  readonly sets: readonly WeightedSet[]
  /** How many sets were weighed. */
  readonly counted: number
}

/** Up to this many causes every subset is weighed: the answer is exact. */
export const EXACT_UP_TO = 10
/** With more, sets of at most three; with more than this many, pairs and triples only among the likeliest. */
const ALL_TRIPLES_UP_TO = 64
const PAIRS_AMONG = 200
const TRIPLES_AMONG = 40
/** A set lighter than this share of the heaviest counts in the sums and is then let go. */
const LIGHT = 1e-6

/** Largest position (by likelihood alone) that may be the last member of a set of this size. */
const reach = (count: number, size: number): number => {
  if (size <= 1 || count <= EXACT_UP_TO) return count
  if (size > 3) return 0
  if (count <= ALL_TRIPLES_UP_TO) return count
  return Math.min(count, size === 2 ? PAIRS_AMONG : TRIPLES_AMONG)
}

/**
 * Weighs sets of causes: P(set) P(findings | set) P(trials | set), and the trouble itself, which a set that is not
 * empty explains and the empty one only by the leak. Everything is divided by the weight of the empty set's causes,
 * so that the numbers stay near 1 and sixty small chances are never multiplied up.
 */
export const enumerate = (network: Network): Posterior => {
  const { rates, leak, findings } = network
  const count = rates.length
  const seen = findings.filter(({ holds }) => holds)
  const outcome = outcomeOf(network)

  // What is seen not to be so splits by cause; it goes into the odds once and for all.
  const odds = rates.map((rate, cause) => {
    let value = rate / (1 - rate)
    for (const finding of findings) if (!finding.holds) value *= 1 - (finding.strengths.get(cause) ?? 0)
    return value
  })
  const misses = Array.from({ length: count }, (_, cause) =>
    Float64Array.from(seen, (finding) => 1 - (finding.strengths.get(cause) ?? 0)),
  )
  const noCause = Float64Array.from(seen, (finding) => 1 - finding.leak)

  const likelihood = (miss: Float64Array): number => {
    let product = 1
    for (const each of miss) product *= 1 - each
    return product
  }
  const alone = rates.map((_, cause) => {
    const miss = misses[cause] ?? noCause
    return (
      (odds[cause] ?? 0) *
      likelihood(noCause.map((each, index) => each * (miss[index] ?? 1))) *
      outcome([cause])
    )
  })
  const order = rates
    .map((_, cause) => cause)
    .toSorted((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0))

  const sums = new Float64Array(count)
  const kept: WeightedSet[] = []
  let total = 0
  let heaviest = 0
  let counted = 0
  const depth = count <= EXACT_UP_TO ? count : 3
  const buffers = Array.from({ length: depth + 1 }, () => new Float64Array(seen.length))
  const members: number[] = []

  const weigh = (weight: number): void => {
    counted += 1
    total += weight
    for (const member of members) sums[member] = (sums[member] ?? 0) + weight
    if (weight > heaviest) heaviest = weight
    if (weight > heaviest * LIGHT) kept.push({ members: [...members], weight })
  }

  const extend = (from: number, size: number, before: Float64Array, oddsBefore: number): void => {
    const buffer = buffers[size]
    if (buffer === undefined) return
    const end = reach(count, size)
    for (let position = from; position < end; position += 1) {
      const cause = order[position] ?? 0
      const miss = misses[cause] ?? noCause
      const product = oddsBefore * (odds[cause] ?? 0)
      let value = product
      for (let index = 0; index < buffer.length; index += 1) {
        const each = (before[index] ?? 1) * (miss[index] ?? 1)
        buffer[index] = each
        value *= 1 - each
      }
      members.push(cause)
      weigh(value * outcome(members))
      if (size < depth) extend(position + 1, size + 1, buffer, product)
      members.pop()
    }
  }

  weigh(leak * likelihood(noCause) * outcome([]))
  extend(0, 1, noCause, 1)

  const share = total > 0 ? 1 / total : 0
  const sets = kept
    .filter(({ weight }) => weight > heaviest * LIGHT)
    .map((set) => ({ members: set.members, weight: set.weight * share }))
    .toSorted((one, other) => other.weight - one.weight)
  return { chances: Array.from(sums, (sum) => Math.min(1, sum * share)), sets, counted }
}
