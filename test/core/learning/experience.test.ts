import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { creditOf, type Lesson } from '../../../src/core/learning/counts.ts'
import { shareOf } from '../../../src/core/learning/estimate.ts'
import { learn, NO_EXPERIENCE } from '../../../src/core/learning/experience.ts'
import { learnedKnowledge } from '../../../src/core/learning/learned-knowledge.ts'
import { CAUSE_STRENGTH, FIX_STRENGTH } from '../../../src/core/learning/strength.ts'
import { afterTickets, drawShop, learningCurve } from '../../../src/core/simulation/learning-curve.ts'
import { seeded } from '../../../src/core/simulation/random.ts'
import { tinyKnowledge } from '../simulation/tiny-knowledge.ts'

const KNOWLEDGE = tinyKnowledge({
  causes: { one: { prior: 0.3 }, other: { prior: 0.3 } },
  fixes: {
    'for-one': { minutes: 3, fixes: { one: 0.8 } },
    'for-other': { minutes: 3, fixes: { other: 0.8 } },
  },
  unlisted: 0.4,
  lastResort: 60,
})
const ANY = { family: null, region: null } as const
const lesson = (failed: readonly string[], worked: readonly string[]): Lesson => ({
  group: ANY,
  intake: [],
  answers: [],
  failed,
  worked,
})
const after = (lessons: readonly Lesson[]) =>
  lessons.reduce((experience, each) => learn(experience, each, KNOWLEDGE), NO_EXPERIENCE)
const priorOf = (lessons: readonly Lesson[], cause: string, group: Lesson['group'] = ANY) =>
  learnedKnowledge(KNOWLEDGE, after(lessons), group).causes.find(({ id }) => id === cause)?.prior ??
  Number.NaN
const successOf = (lessons: readonly Lesson[], fix: string, cause: string) =>
  learnedKnowledge(KNOWLEDGE, after(lessons), ANY).fixes.find(({ id }) => id === fix)?.fixes[cause]

const times = (count: number, each: Lesson): readonly Lesson[] => Array.from({ length: count }, () => each)

test('nothing seen, nothing changed', () => {
  expect(learnedKnowledge(KNOWLEDGE, NO_EXPERIENCE, ANY)).toBe(KNOWLEDGE)
  expect(shareOf(NO_EXPERIENCE, 'one', 0.3)).toBeNull()
})

test('the cause of what worked becomes likelier, by conjugate counts worked out on paper', () => {
  const seen = after(times(10, lesson([], ['for-one'])))
  const counts = seen.get('')
  const hits = counts?.causes.get('one') ?? 0
  const expected = counts?.expected.get('one') ?? 0
  // Nothing else could have made it work, save luck where no listed cause was there.
  expect(hits).toBeGreaterThan(9)
  expect(expected).toBeCloseTo(3, 6)
  expect(priorOf(times(10, lesson([], ['for-one'])), 'one')).toBeCloseTo(
    Math.min(0.5, (0.3 * (CAUSE_STRENGTH * 0.3 + hits)) / (CAUSE_STRENGTH * 0.3 + expected)),
    9,
  )
  expect(priorOf(times(10, lesson([], ['for-one'])), 'other')).toBeLessThan(0.3)
})

test('a fix that is tried second is not taken for a better one: the order of attempts is accounted for', () => {
  // Raw shares would say 0 of 10 for the first and 10 of 10 for the second.
  const lessons = times(10, lesson(['for-one'], ['for-other']))
  const first = successOf(lessons, 'for-one', 'one') ?? 0
  // In hindsight the other cause was there, and a fix for the one says nothing by failing.
  expect(first).toBeGreaterThan(0.7)
  expect(successOf(lessons, 'for-other', 'other')).toBeGreaterThan(0.8)
  expect(priorOf(lessons, 'one')).toBeLessThan(0.3)
})

test('what was done before one sign-in that worked shares one success, by how likely each took the cause', () => {
  // Twice is certain: the first meets the cause, the second only what the first has left.
  expect(creditOf([0.8, 0.8])).toEqual([
    { worked: expect.closeTo(0.8 / 0.96, 12) as number, failed: expect.closeTo(0.16 / 0.96, 12) as number },
    { worked: expect.closeTo(0.16 / 0.96, 12) as number, failed: expect.closeTo(0, 12) as number },
  ])
  expect(creditOf([1])).toEqual([{ worked: 1, failed: 0 }])
  expect(creditOf([0, 0])).toEqual([
    { worked: 0, failed: 0 },
    { worked: 0, failed: 0 },
  ])
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
      (takes) => {
        const credits = creditOf(takes)
        for (const { worked, failed } of credits) {
          expect(worked).toBeGreaterThanOrEqual(0)
          expect(failed).toBeGreaterThanOrEqual(0)
          expect(worked + failed).toBeLessThanOrEqual(1 + 1e-9)
        }
        const all = credits.reduce((sum, { worked }) => sum + worked, 0)
        // Where none can take it there is nothing to share.
        expect(all).toBeCloseTo(takes.some((take) => take > 0) ? 1 : 0, 6)
      },
    ),
  )
})

test('fixes of two causes before one sign-in that worked: each by how likely its cause was, none a whole success', () => {
  const counts = after([lesson([], ['for-one', 'for-other'])]).get('')
  const [one = 0, other = 0] = ['for-one one', 'for-other other'].map((pair) => counts?.worked.get(pair))
  expect(one).toBeCloseTo(counts?.causes.get('one') ?? Number.NaN, 12)
  expect(one).toBeCloseTo(other, 12)
  expect(one).toBeGreaterThan(0.4)
  expect(one).toBeLessThan(0.7)
  expect(counts?.failed.get('for-one one') ?? 0).toBe(0)
  const alone = after([lesson([], ['for-one'])]).get('')
  expect(alone?.worked.get('for-one one')).toBeGreaterThan(0.9)
})

test('a fix that keeps failing where nothing else helped loses credit, and never all of it', () => {
  const lessons = times(30, lesson(['for-one'], []))
  const counts = after(lessons).get('')
  const failed = counts?.failed.get('for-one one') ?? 0
  expect(failed).toBeGreaterThan(1)
  expect(successOf(lessons, 'for-one', 'one')).toBeCloseTo((FIX_STRENGTH * 0.8) / (FIX_STRENGTH + failed), 9)
})

test('a region learns from itself, its family and the whole shop, and a strange one from the whole shop alone', () => {
  const there = { ...lesson([], ['for-one']), group: { family: 'MIUI', region: 'IN' } }
  const lessons = times(8, there)
  const inRegion = priorOf(lessons, 'one', there.group)
  const inFamily = priorOf(lessons, 'one', { family: 'MIUI', region: 'RU' })
  const elsewhere = priorOf(lessons, 'one', { family: 'HyperOS', region: 'IN' })
  expect(inRegion).toBeGreaterThanOrEqual(inFamily)
  expect(inFamily).toBeGreaterThan(elsewhere)
  expect(elsewhere).toBeGreaterThan(0.3)
})

test('what was seen narrows the interval', () => {
  const width = (count: number): number => {
    const share = shareOf(after(times(count, lesson([], ['for-one']))), 'other', 0.3)
    if (share === null) throw new Error('nothing seen')
    expect(share.cases).toBe(count)
    expect(share.low).toBeLessThan(share.value)
    expect(share.high).toBeGreaterThan(share.value)
    return share.high - share.low
  }
  expect(width(100)).toBeLessThan(width(5))
})

test('phones that are all of one group come nearer to what was counted there, and never pass it', () => {
  const rare = tinyKnowledge({
    causes: { one: { prior: 0.05 }, other: { prior: 0.3 } },
    fixes: {
      'for-one': { minutes: 3, fixes: { one: 0.8 } },
      'for-other': { minutes: 3, fixes: { other: 0.8 } },
    },
    unlisted: 0.65,
    lastResort: 60,
  })
  const group = { family: 'MIUI', region: 'IN' } as const
  const lessons = [...times(12, lesson([], ['for-one'])), ...times(28, lesson([], ['for-other']))]
  const experience = lessons.reduce((seen, each) => learn(seen, { ...each, group }, rare), NO_EXPERIENCE)
  const shares = [ANY, { ...group, region: null }, group].map(
    (of) => learnedKnowledge(rare, experience, of).causes.find(({ id }) => id === 'one')?.prior ?? 0,
  )
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(shares[0]).toBeGreaterThan(0.1)
  expect(shares.at(-1)).toBeLessThan(12 / 40)
})

describe('a shop in simulation', { timeout: 120_000 }, () => {
  test('with a mix of its own it is within one in twenty of knowing it after 200 tickets', () => {
    // Sixty phones a shop leave one of them some 5 % to luck, so three shops count together.
    const shops = [3, 4, 5].map((seed) => {
      const random = seeded(seed)
      return learningCurve({ knowledge: SHIPPED, truth: drawShop(SHIPPED, random) }, 60, random)
    })
    for (const rows of shops) expect(rows.map(({ tickets }) => tickets)).toEqual([0, 50, 100, 200])
    const sum = (of: 'minutes' | 'informed'): number =>
      shops.reduce((minutes, rows) => minutes + (rows.at(-1)?.[of] ?? Number.NaN), 0)
    expect(sum('minutes')).toBeLessThan(sum('informed') * 1.05)
  })
  test('with a mix far from the guesses is known better after 200 tickets, by a fifth of what was off', () => {
    const random = seeded(216)
    const truth = drawShop(SHIPPED, random, 16)
    const off = (knowledge: typeof SHIPPED): number =>
      knowledge.causes.reduce((sum, { prior }, place) => {
        const share = truth.causes[place]?.prior ?? 0
        return sum + share * Math.abs(Math.log(prior / share))
      }, 0)
    const experience = afterTickets({ count: 200, from: NO_EXPERIENCE }, SHIPPED, truth, random)
    expect(off(learnedKnowledge(SHIPPED, experience, ANY))).toBeLessThan(off(SHIPPED) * 0.8)
  })
  test('that matches the starting guesses loses nothing by learning', () => {
    const rows = learningCurve({ knowledge: SHIPPED, truth: SHIPPED }, 100, seeded(103))
    const [first, last] = [rows[0], rows.at(-1)]
    expect(first?.minutes).toBe(first?.informed)
    // A hundred cases leave that much to luck; counting hindsight alone was 5 to 12 in a hundred worse.
    expect(last?.minutes).toBeLessThan((last?.informed ?? 0) * 1.03)
  })
})
