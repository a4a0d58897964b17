import { describe, expect, test } from 'vitest'
import { modelOf } from '../../../src/core/diagnosis/model.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import type { Knowledge } from '../../../src/core/knowledge/knowledge.ts'
import { enginePolicy } from '../../../src/core/simulation/engine-policy.ts'
import { everySet } from '../../../src/core/simulation/every-set.ts'
import { exact } from '../../../src/core/simulation/exact.ts'
import { fixedOrder } from '../../../src/core/simulation/fixed-order.ts'
import { minutesOf, type Policy } from '../../../src/core/simulation/play.ts'
import { seeded } from '../../../src/core/simulation/random.ts'
import { drawSmall } from '../../../src/core/simulation/small-knowledge.ts'
import { drawWorld, type Intake } from '../../../src/core/simulation/world.ts'
import { tinyKnowledge } from './tiny-knowledge.ts'

const NOTHING_SEEN: Intake = { readable: false, evidence: [] }

test('two sure fixes: the order by chance over cost, and what it costs, worked out on paper', () => {
  const knowledge = tinyKnowledge({
    causes: { rare: { prior: 0.25 }, common: { prior: 0.5 } },
    fixes: {
      'for-rare': { minutes: 1, fixes: { rare: 0.999 } },
      'for-common': { minutes: 4, fixes: { common: 0.999 } },
    },
    lastResort: 100,
  })
  const sets = everySet(knowledge, NOTHING_SEEN)
  const total = sets.reduce((sum, each) => sum + each, 0)
  const [none = 0, rare = 0, common = 0, both = 0] = Array.from(sets, (each) => each / total)
  const left = 0.001
  // Unsolved after the fix for the rare one: nothing listed, the common one, both, and one in a thousand rare ones.
  const afterRare = none + common + both + left * rare
  const after = none + left * (rare + common) + (1 - (1 - left) ** 2) * both
  const [first, second] = knowledge.fixes
  if (first === undefined || second === undefined) throw new Error('no fixes')
  const tree = exact(knowledge, NOTHING_SEEN)
  const rareFirst = 1 + afterRare * 4 + after * 100
  expect(tree.under(fixedOrder([first, second]))).toBeCloseTo(rareFirst, 9)
  expect(tree.optimum()).toBeCloseTo(rareFirst, 9)
  expect(tree.under(fixedOrder([second, first]))).toBeGreaterThan(rareFirst + 0.1)
  expect(tree.under(fixedOrder([]))).toBe(100)
})

test('a check that tells the two apart is worth asking only where it costs less than it saves', () => {
  const optimumFor = (minutes: number): number =>
    exact(
      tinyKnowledge({
        causes: {
          one: { prior: 0.5, shows: { 'check:which': 0.999 } },
          other: { prior: 0.5 },
        },
        fixes: {
          'for-one': { minutes: 20, fixes: { one: 0.999 } },
          'for-other': { minutes: 20, fixes: { other: 0.999 } },
        },
        checks: { which: { minutes, leak: 0.001 } },
        lastResort: 1000,
      }),
      NOTHING_SEEN,
    ).optimum()
  const without = optimumFor(100)
  expect(optimumFor(1)).toBeLessThan(without - 5)
  expect(optimumFor(2)).toBeCloseTo(optimumFor(1) + 1, 9)
  expect(optimumFor(99)).toBe(without)
})

/** The least expected minutes by trying every plan there is, history by history: no states shared, nothing kept. */
const byEveryHistory = (knowledge: Knowledge, intake: Intake): number => {
  const model = modelOf(knowledge)
  const lastResort = knowledge.lastResort.minutes
  const search = (weights: readonly number[], tried: readonly string[], asked: readonly string[]): number => {
    const total = weights.reduce((sum, each) => sum + each, 0)
    const has = (set: number, cause: number): boolean => (set & (1 << cause)) !== 0
    const lockedShare =
      weights.reduce(
        (sum, each, set) => ([...model.ends.keys()].some((cause) => has(set, cause)) ? sum + each : sum),
        0,
      ) / total
    if (lockedShare >= 0.5) return lastResort
    let least = lastResort
    for (const { fix, cost } of model.options.filter(({ fix: { id } }) => !tried.includes(id))) {
      const survives = (ids: readonly string[], cause: number): number =>
        ids.reduce((rest, id) => rest * (1 - (model.removes({ id }).get(cause) ?? 0)), 1)
      const still = (ids: readonly string[], set: number): number =>
        set === 0
          ? 1
          : 1 -
            knowledge.causes.reduce(
              (gone, _, cause) => (has(set, cause) ? gone * (1 - survives(ids, cause)) : gone),
              1,
            )
      const after = weights.map(
        (each, set) => (each * still([...tried, fix.id], set)) / Math.max(still(tried, set), 1e-300),
      )
      const share = after.reduce((sum, each) => sum + each, 0) / total
      least = Math.min(least, cost + share * search(after, [...tried, fix.id], asked))
    }
    for (const { id, leak, minutes } of knowledge.checks.filter((check) => !asked.includes(check.id))) {
      const passing = weights.map((each, set) =>
        [...model.strengths(`check:${id}`)].reduce(
          (none, [cause, chance]) => (has(set, cause) ? none * (1 - chance) : none),
          each * (1 - leak),
        ),
      )
      const failing = weights.map((each, set) => each - (passing[set] ?? 0))
      const cost = [passing, failing].reduce((sum, part) => {
        const share = part.reduce((all, each) => all + each, 0) / total
        return sum + share * search(part, tried, [...asked, id])
      }, minutes)
      least = Math.min(least, cost)
    }
    return least
  }
  return search([...everySet(knowledge, intake)], [], [])
}

test('the optimum is that of every plan tried out, history by history', () => {
  const random = seeded(11)
  for (let round = 0; round < 25; round += 1) {
    const six = drawSmall(SHIPPED, random)
    const small = {
      ...six,
      // Bundles are worked out on paper below.
      openings: [],
      signInMinutes: 0,
      causes: six.causes.slice(0, 4),
      fixes: [...six.fixes.slice(0, 3), ...six.fixes.filter(({ kind }) => kind === 'refer')],
      checks: six.checks.filter(({ settledBy }) => settledBy.length === 0).slice(0, 2),
    }
    const { intake } = drawWorld(small, random)
    expect(exact(small, intake).optimum()).toBeCloseTo(byEveryHistory(small, intake), 6)
  }
})

test('the engine is at most one in a hundred above the optimum, and never below it', () => {
  const random = seeded(12)
  let engine = 0
  let optimum = 0
  for (let round = 0; round < 25; round += 1) {
    const small = drawSmall(SHIPPED, random)
    const tree = exact(small, drawWorld(small, random).intake)
    const least = tree.optimum()
    const spent = tree.under(enginePolicy(small))
    expect(spent).toBeGreaterThan(least - 1e-9)
    engine += spent
    optimum += least
  }
  expect(engine / optimum).toBeLessThan(1.01)
}, 60_000)

describe('what is done together', () => {
  const two = (signInMinutes: number) =>
    tinyKnowledge({
      causes: { one: { prior: 0.1 }, other: { prior: 0.1 } },
      fixes: {
        'for-one': { minutes: 3, fixes: { one: 0.5 }, costsAttempt: true },
        'for-other': { minutes: 3, fixes: { other: 0.5 }, costsAttempt: true },
      },
      unlisted: 0.5,
      lastResort: 200,
      signInMinutes,
    })
  const bundle = (knowledge: Knowledge): Policy => {
    const [one, other] = knowledge.fixes
    if (one === undefined || other === undefined) throw new Error('no fixes')
    return ({ failed }) => (failed.length === 0 ? { kind: 'fix', fixes: [one, other] } : { kind: 'refer' })
  }

  test('two fixes before one sign-in try pay that try once, and the engine does so where it saves time', () => {
    const knowledge = two(2)
    const tree = exact(knowledge, NOTHING_SEEN)
    // 3 + 3 minutes, 2 of them saved, and what is left goes on to the last resort.
    const sets = everySet(knowledge, NOTHING_SEEN)
    const [none = 0, one = 0, other = 0, both = 0] = sets
    const left = (none + 0.5 * (one + other) + 0.75 * both) / (none + one + other + both)
    expect(tree.under(bundle(knowledge))).toBeCloseTo(4 + left * 200, 9)
    expect(tree.optimum()).toBeCloseTo(4 + left * 200, 9)
    expect(tree.under(enginePolicy(knowledge))).toBeCloseTo(tree.optimum(), 9)
  })
  test('with nothing to save they are tried one by one', () => {
    const knowledge = two(0)
    const tree = exact(knowledge, NOTHING_SEEN)
    expect(tree.under(bundle(knowledge))).toBeGreaterThan(tree.optimum() + 0.1)
    expect(tree.under(enginePolicy(knowledge))).toBeCloseTo(tree.optimum(), 9)
  })
  test('a shared opening is paid once, and fixes that only pay together are begun', () => {
    const at = (opening: number): Knowledge =>
      tinyKnowledge({
        causes: { one: { prior: 0.3 }, other: { prior: 0.3 } },
        fixes: {
          'for-one': { minutes: opening + 1, fixes: { one: 0.9 }, opening: 'website' },
          'for-other': { minutes: opening + 1, fixes: { other: 0.9 }, opening: 'website' },
        },
        openings: [{ id: 'website', minutes: opening, title: { en: 'website' } }],
        unlisted: 0.3,
        lastResort: 30,
      })
    for (const opening of [1, 8, 12, 15, 40]) {
      const tree = exact(at(opening), NOTHING_SEEN)
      expect(tree.under(enginePolicy(at(opening)))).toBeCloseTo(tree.optimum(), 9)
    }
    expect(exact(at(40), NOTHING_SEEN).optimum()).toBe(30)
    const knowledge = at(8)
    const [one, other] = knowledge.fixes
    if (one === undefined || other === undefined) throw new Error('no fixes')
    const seen = { answers: [], failed: [one] }
    expect(minutesOf({ kind: 'fix', fixes: [other] }, seen, knowledge)).toBe(1)
    expect(minutesOf({ kind: 'fix', fixes: [other] }, { answers: [], failed: [] }, knowledge)).toBe(9)
  })
})
