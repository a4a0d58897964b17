import { outcomeOf, type Network } from './network.ts'

/** Causes that may be there together, heaviest set first; the weights are shares of the whole. */
export type WeightedSets = {
  readonly members: readonly (readonly number[])[]
  readonly weights: Float64Array
}

export type Posterior = {
  /** P(cause is there | everything known). */
  readonly chances: readonly number[]
  readonly sets: WeightedSets
  /** How many sets were weighed. */
  readonly counted: number
}

/** Up to this many causes every subset is weighed: the answer is exact. */
export const EXACT_UP_TO = 10
/** With more, sets of at most three; pairs and triples only among so many, the likeliest alone. */
const PAIRS_AMONG = 120
const TRIPLES_AMONG = 30
/** All sets count in the chances; about so many of the heaviest are kept for reasons and plans. */
const KEPT = 1000
/** A set lighter than this share of the heaviest is never kept. */
const LIGHT = 1e-7

/** How many causes, likeliest alone first, a set of this size may draw from. */
const reach = (count: number, size: number): number => {
  if (size <= 1 || count <= EXACT_UP_TO) return count
  if (size > 3) return 0
  return Math.min(count, size === 2 ? PAIRS_AMONG : TRIPLES_AMONG)
}

const pairs = (count: number): number => (count * (count - 1)) / 2
const triples = (count: number): number => (pairs(count) * (count - 2)) / 3

/** How many sets are weighed for so many causes, the empty one included. */
export const setsFor = (count: number): number =>
  count <= EXACT_UP_TO ? 2 ** count : 1 + count + pairs(reach(count, 2)) + triples(reach(count, 3))

/** The weight above which about `KEPT` sets lie, to a factor of two: sorting all of them would cost more than weighing. */
const cutOff = (weights: Float64Array, heaviest: number): number => {
  const halvings = Math.ceil(-Math.log2(LIGHT))
  const buckets = new Uint32Array(halvings + 1)
  for (const weight of weights) {
    const bucket = Math.floor(Math.log2(heaviest / weight))
    if (bucket < halvings) buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  let among = 0
  for (let bucket = 0; bucket < halvings; bucket += 1) {
    among += buckets[bucket] ?? 0
    if (among > KEPT) return heaviest / 2 ** bucket
  }
  return heaviest * LIGHT
}

/**
 * Weighs sets of causes: P(set) P(findings | set) P(trials | set), and the trouble itself, which a set that is not
 * empty explains and the empty one only by the leak. Everything is divided by the chance that no cause is there,
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
  const misses = rates.map((_, cause) =>
    Float64Array.from(seen, (finding) => 1 - (finding.strengths.get(cause) ?? 0)),
  )
  const noCause = Float64Array.from(seen, (finding) => 1 - finding.leak)
  const likelihood = (miss: Float64Array): number => miss.reduce((product, each) => product * (1 - each), 1)
  const alone = misses.map(
    (miss, cause) =>
      (odds[cause] ?? 0) *
      likelihood(noCause.map((each, index) => each * (miss[index] ?? 1))) *
      outcome([cause]),
  )
  const order = rates
    .map((_, cause) => cause)
    .toSorted((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0))

  const depth = count <= EXACT_UP_TO ? count : 3
  const sums = new Float64Array(count)
  const weights = new Float64Array(setsFor(count))
  /** The members of all sets one after the other, `depth` places each, -1 where a set is smaller. */
  const places = new Int16Array(weights.length * depth).fill(-1)
  const buffers = Array.from({ length: depth + 1 }, () => new Float64Array(seen.length))
  const members: number[] = []
  let total = 0
  let heaviest = 0
  let counted = 0

  const weigh = (weight: number): void => {
    total += weight
    if (weight > heaviest) heaviest = weight
    for (const member of members) sums[member] = (sums[member] ?? 0) + weight
    weights[counted] = weight
    places.set(members, counted * depth)
    counted += 1
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

  const least = cutOff(weights, heaviest)
  const kept: number[] = []
  weights.forEach((weight, index) => {
    if (weight >= least) kept.push(index)
  })
  kept.sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
  return {
    chances: Array.from(sums, (sum) => Math.min(1, sum / total)),
    sets: {
      members: kept.map((index) =>
        Array.from(places.subarray(index * depth, (index + 1) * depth)).filter((cause) => cause >= 0),
      ),
      weights: Float64Array.from(kept, (index) => (weights[index] ?? 0) / total),
    },
    counted,
  }
}
