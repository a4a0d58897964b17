import { LUCK, survival, type Network } from './network.ts'

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
const KEPT = 500

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

/** The heaviest sets, about `KEPT` of them, heaviest first. */
const heaviest = (weights: Float64Array): readonly number[] => {
  // A positive 32-bit float read as a whole number sorts as it did; its top bits are a bucket of a tenth of its size.
  const short = Float32Array.from(weights)
  const bits = new Uint32Array(short.buffer)
  const among = new Uint32Array(1 << 12)
  for (const each of bits) among[each >>> 20] = (among[each >>> 20] ?? 0) + 1
  let least = among.length
  for (let taken = 0; least > 1 && taken < KEPT;) {
    least -= 1
    taken += among[least] ?? 0
  }
  const kept: number[] = []
  for (let index = 0; index < bits.length; index += 1)
    if ((bits[index] ?? 0) >>> 20 >= least) kept.push(index)
  return kept.toSorted((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
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
  const width = seen.length
  const left = survival(count, network.trials)
  const success = network.success
  const after = success === null ? left : survival(count, [...network.trials, success])

  // What is seen not to be so splits by cause; it goes into the odds once and for all.
  const odds = Float64Array.from(rates, (rate) => rate / (1 - rate))
  for (const { holds, strengths } of findings)
    if (!holds) for (const [cause, chance] of strengths) odds[cause] = (odds[cause] ?? 0) * (1 - chance)
  /** P(a cause does not bring about what was seen), cause by cause, `width` places each. */
  const misses = new Float64Array(count * width).fill(1)
  seen.forEach(({ strengths }, index) => {
    for (const [cause, chance] of strengths) misses[cause * width + index] = 1 - chance
  })
  const depth = count <= EXACT_UP_TO ? count : 3
  /** The same of the set so far, one row a member and one for the empty set. */
  const rows = new Float64Array((depth + 1) * width)
  seen.forEach((finding, index) => {
    rows[index] = 1 - finding.leak
  })

  /** P(every cause of the set so far was taken away) by the trials, and by the one that worked as well. */
  const gone = new Float64Array(depth + 1).fill(1)
  const goneAfter = new Float64Array(depth + 1).fill(1)

  /** Adds a cause to the set of `size - 1` members; gives P(all that was seen and tried | the set). */
  const add = (cause: number, size: number): number => {
    const row = size * width
    const miss = cause * width
    let likely = 1
    for (let index = 0; index < width; index += 1) {
      const each = (rows[row - width + index] ?? 1) * (misses[miss + index] ?? 1)
      rows[row + index] = each
      likely *= 1 - each
    }
    const before = (gone[size] = (gone[size - 1] ?? 1) * (1 - (left[cause] ?? 1)))
    const now = (goneAfter[size] = (goneAfter[size - 1] ?? 1) * (1 - (after[cause] ?? 1)))
    return likely * (success === null ? 1 - before : Math.max(now - before, 1e-12))
  }

  const alone = Float64Array.from(rates, (_, cause) => (odds[cause] ?? 0) * add(cause, 1))
  const order = rates
    .map((_, cause) => cause)
    .toSorted((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0))

  const sums = new Float64Array(count)
  const weights = new Float64Array(setsFor(count))
  /** The members of all sets one after the other, `depth` places each, -1 where a set is smaller. */
  const places = new Int16Array(weights.length * depth).fill(-1)
  const members = new Int16Array(depth)
  let total = 0
  let counted = 0

  const extend = (from: number, size: number, oddsBefore: number): void => {
    const end = reach(count, size)
    for (let position = from; position < end; position += 1) {
      const cause = order[position] ?? 0
      const product = oddsBefore * (odds[cause] ?? 0)
      const weight = product * add(cause, size)
      members[size - 1] = cause
      total += weight
      weights[counted] = weight
      const place = counted * depth
      for (let index = 0; index < size; index += 1) {
        const member = members[index] ?? 0
        sums[member] = (sums[member] ?? 0) + weight
        places[place + index] = member
      }
      counted += 1
      if (size < depth) extend(position + 1, size + 1, product)
    }
  }

  weights[0] = seen.reduce((product, finding) => product * finding.leak, leak * (success === null ? 1 : LUCK))
  total = weights[0]
  counted = 1
  extend(0, 1, 1)

  const kept = heaviest(weights)
  return {
    chances: Array.from(sums, (sum) => Math.min(1, sum / total)),
    sets: {
      members: kept.map((index) => {
        const set: number[] = []
        for (let place = index * depth; place < (index + 1) * depth && (places[place] ?? -1) >= 0; place += 1)
          set.push(places[place] ?? 0)
        return set
      }),
      weights: Float64Array.from(kept, (index) => (weights[index] ?? 0) / total),
    },
    counted,
  }
}
