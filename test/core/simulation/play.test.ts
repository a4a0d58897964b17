import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { GUIDE_ORDER, guideFixes } from '../../../src/core/knowledge/guide-order.ts'
import { enginePolicy } from '../../../src/core/simulation/engine-policy.ts'
import { everySet } from '../../../src/core/simulation/every-set.ts'
import { exact } from '../../../src/core/simulation/exact.ts'
import { fixedOrder, staticFixes } from '../../../src/core/simulation/fixed-order.ts'
import { perturb } from '../../../src/core/simulation/perturb.ts'
import { play, type Seen } from '../../../src/core/simulation/play.ts'
import { seeded } from '../../../src/core/simulation/random.ts'
import { drawWorld, type World } from '../../../src/core/simulation/world.ts'
import { tinyKnowledge } from './tiny-knowledge.ts'

const KNOWLEDGE = tinyKnowledge({
  causes: { one: { prior: 0.4, shows: { 'check:which': 0.8 } }, other: { prior: 0.5 } },
  fixes: {
    'for-one': { minutes: 3, waitHours: 2, fixes: { one: 0.7 } },
    'for-other': { minutes: 5, fixes: { other: 0.6 } },
  },
  checks: { which: { minutes: 1, leak: 0.1 } },
  unlisted: 0.06,
  lastResort: 60,
})
const [forOne, forOther] = KNOWLEDGE.fixes
const [which] = KNOWLEDGE.checks
if (forOne === undefined || forOther === undefined || which === undefined) throw new Error('no records')

const worldOf = (causes: readonly number[], works: boolean): World => ({
  causes,
  intake: { readable: false, evidence: [] },
  fails: () => true,
  takes: ({ id }) => (works ? causes.filter((cause) => cause === (id === 'for-one' ? 0 : 1)) : []),
})

test('minutes add up: waiting counts, the last resort counts, what is solved stops', () => {
  const order = fixedOrder([forOne, forOther])
  expect(play(worldOf([0], true), order, KNOWLEDGE)).toMatchObject({ minutes: 5, solved: true })
  expect(play(worldOf([1], true), order, KNOWLEDGE)).toMatchObject({ minutes: 10, solved: true })
  expect(play(worldOf([0, 1], true), order, KNOWLEDGE)).toMatchObject({ minutes: 10, solved: true })
  expect(play(worldOf([0], false), order, KNOWLEDGE)).toMatchObject({ minutes: 70, solved: false })
  // Something that is not in the list: no fix is for it.
  expect(play(worldOf([], true), order, KNOWLEDGE)).toMatchObject({ minutes: 70, solved: false })
})

test('an answer is what the phone says, and a way of working sees nothing but answers and failures', () => {
  const seen: Seen[] = []
  const spy = (each: Seen) => {
    seen.push(each)
    if (each.answers.length === 0) return { kind: 'check', check: which } as const
    return each.failed.length === 0
      ? ({ kind: 'fix', fixes: [forOther] } as const)
      : ({ kind: 'refer' } as const)
  }
  expect(play(worldOf([0], true), spy, KNOWLEDGE).minutes).toBe(1 + 5 + 60)
  expect(seen.map((each) => Object.keys(each).toSorted())).toEqual(
    seen.map(() => ['answers', 'failed', 'intake']),
  )
  expect(seen.at(-1)?.answers).toEqual([{ check: which, fails: true }])
})

test('phones are drawn as often as the model says, and played minutes meet the expected ones', () => {
  const random = seeded(3)
  const rounds = 20_000
  const drawn = [0, 0, 0, 0]
  let minutes = 0
  const engine = enginePolicy(KNOWLEDGE)
  const order = fixedOrder([forOther, forOne])
  let byOrder = 0
  for (let round = 0; round < rounds; round += 1) {
    const world = drawWorld(KNOWLEDGE, random)
    const set = world.causes.reduce((bits, cause) => bits | (1 << cause), 0)
    drawn[set] = (drawn[set] ?? 0) + 1
    byOrder += play(world, order, KNOWLEDGE).minutes / rounds
    if (round < 2000) minutes += play(world, engine, KNOWLEDGE).minutes / 2000
  }
  const nothing = { readable: false, evidence: [] } as const
  const sets = everySet(KNOWLEDGE, nothing)
  const total = sets.reduce((sum, each) => sum + each, 0)
  sets.forEach((weight, set) => {
    expect(Math.abs((drawn[set] ?? 0) / rounds - weight / total)).toBeLessThan(0.012)
  })
  const tree = exact(KNOWLEDGE, nothing)
  expect(Math.abs(byOrder - tree.under(order))).toBeLessThan(0.6)
  expect(Math.abs(minutes - tree.under(engine))).toBeLessThan(1.8)
})

test('one seed draws one phone, another seed another', () => {
  const shape = (seed: number) => {
    const world = drawWorld(SHIPPED, seeded(seed))
    return JSON.stringify([world.causes, world.intake])
  }
  expect(shape(1)).toBe(shape(1))
  expect(new Set([1, 2, 3, 4].map(shape)).size).toBe(4)
})

test('a shipped case has a symptom, and signs exactly when the phone can be read', () => {
  const random = seeded(4)
  const worlds = Array.from({ length: 300 }, () => drawWorld(SHIPPED, random))
  const readable = worlds.filter(({ intake }) => intake.readable).length
  expect(readable).toBeGreaterThan(210)
  expect(readable).toBeLessThan(270)
  for (const { intake } of worlds) {
    const said = intake.evidence.filter(({ item }) => item.startsWith('symptom:'))
    expect(said.length).toBeLessThanOrEqual(3)
    expect(intake.evidence.length - said.length).toBe(intake.readable ? SHIPPED.signs.length : 0)
  }
  expect(
    worlds.filter(({ intake: { evidence } }) => evidence.some(({ item }) => item.startsWith('symptom:')))
      .length,
  ).toBeGreaterThan(285)
})

test('the fixed orders hold real fixes, none that loses data, the static one by falling chance over cost', () => {
  expect(guideFixes(SHIPPED).map(({ covers }) => covers[0])).toEqual([...GUIDE_ORDER])
  const order = staticFixes(SHIPPED)
  expect(order.length).toBeGreaterThan(0)
  expect(
    [...order, ...guideFixes(SHIPPED)].filter(({ risk, kind }) => risk === 'loss' || kind === 'refer'),
  ).toEqual([])
  // By hand for the tiny one: 0.5 * 0.6 / 5 = 0.06 before 0.4 * 0.7 / (3 + 2) = 0.056.
  expect(staticFixes(KNOWLEDGE).map(({ id }) => id)).toEqual(['for-other', 'for-one'])
})

test('a wrong truth is off by at most a factor of two each way, and every chance stays one', () => {
  const truth = perturb(SHIPPED, seeded(5))
  const ratios = SHIPPED.causes.flatMap(({ id, prior, shows }, index) => [
    (truth.causes[index]?.prior ?? 0) / prior,
    ...Object.entries(shows).map(([item, chance]) => {
      const off = truth.causes.find((cause) => cause.id === id)?.shows[item] ?? 0
      expect(off).toBeLessThan(1)
      return off / chance
    }),
  ])
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(0.5)
  expect(Math.max(...ratios)).toBeLessThanOrEqual(2)
  expect(Math.max(...ratios)).toBeGreaterThan(1.8)
  expect(Math.min(...ratios)).toBeLessThan(0.55)
})
