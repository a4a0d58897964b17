import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import type { Lesson } from '../../../src/core/learning/counts.ts'
import { learn, NO_EXPERIENCE } from '../../../src/core/learning/experience.ts'
import { learnedKnowledge } from '../../../src/core/learning/learned-knowledge.ts'
import { CAUSE_STRENGTH } from '../../../src/core/learning/strength.ts'
import {
  FEWEST_TO_SHARE,
  readSharedCounts,
  sharedCounts,
  sharedExperience,
} from '../../../src/core/learning/shared-counts.ts'

type Group = Lesson['group']
const MIUI_IN: Group = { family: 'MIUI', region: 'IN' }
const MIUI_RU: Group = { family: 'MIUI', region: 'RU' }
const HYPER_IN: Group = { family: 'HyperOS', region: 'IN' }
const UNKNOWN: Group = { family: null, region: null }

const seen = (...groups: readonly (readonly [Group, number])[]) =>
  groups
    .flatMap(([group, count]) => Array.from({ length: count }, () => group))
    .reduce(
      (experience, group) =>
        learn(
          experience,
          { group, intake: [], answers: [], failed: ['restore-package'], worked: ['set-clock'] },
          SHIPPED,
        ),
      NO_EXPERIENCE,
    )
const ABOUT = {
  knowledge: SHIPPED.version,
  from: '2026-03-07T10:00:00.000Z',
  to: '2026-11-23T10:00:00.000Z',
}
const shared = (experience: ReturnType<typeof seen>) => sharedCounts(experience, ABOUT, () => true)
const ticketsOf = (experience: ReturnType<typeof seen>) =>
  shared(experience).groups.map(({ family, region, tickets }) => [family, region, tickets])

test('groups share no ticket, and one that is too small goes into the wider one', () => {
  expect(ticketsOf(seen([MIUI_IN, 30], [MIUI_RU, 12]))).toEqual([
    ['MIUI', 'IN', 30],
    ['MIUI', 'RU', 12],
  ])
  // Six from Russia and six with no region are twelve of the family; nobody can tell them apart.
  expect(ticketsOf(seen([MIUI_IN, 30], [MIUI_RU, 6], [{ family: 'MIUI', region: null }, 6]))).toEqual([
    ['MIUI', 'IN', 30],
    ['MIUI', null, 12],
  ])
  expect(ticketsOf(seen([MIUI_IN, 5], [HYPER_IN, 4], [UNKNOWN, 3]))).toEqual([[null, null, 12]])
})

test('a few that would stand alone are left out, also from the whole', () => {
  expect(ticketsOf(seen([MIUI_IN, 30], [HYPER_IN, 4]))).toEqual([['MIUI', 'IN', 30]])
  expect(ticketsOf(seen([MIUI_IN, FEWEST_TO_SHARE - 1]))).toEqual([])
})

test('holds months and ids, and no record that the shop made itself', () => {
  const text = JSON.stringify(sharedCounts(seen([MIUI_IN, 30]), ABOUT, (id) => id !== 'set-clock'))
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/u)
  expect(text).toContain('"from":"2026-03"')
  expect(text).not.toContain('set-clock')
  expect(text).toContain('restore-package')
})

test('is read back as it was, and teaches the same to a tenth of a case', () => {
  const experience = seen([MIUI_IN, 30], [HYPER_IN, 20])
  const file = shared(experience)
  const read = readSharedCounts(JSON.stringify(file))
  if ('why' in read) throw new Error(read.why)
  expect(read.counts).toEqual(file)
  const back = sharedExperience(read.counts)
  expect(back.get('')?.tickets).toBe(50)
  for (const [name, counts] of experience)
    for (const [cause, there] of counts.causes)
      expect(Math.abs((back.get(name)?.causes.get(cause) ?? 0) - there)).toBeLessThanOrEqual(0.11)
  const [own, theirs] = [experience, back].map((each) => learnedKnowledge(SHIPPED, each, UNKNOWN))
  for (const [index, cause] of (own?.causes ?? []).entries())
    expect(theirs?.causes[index]?.prior).toBeCloseTo(cause.prior, 2)
})

test('another shop weighs no more than a starting guess, however many its tickets were', () => {
  const start = learnedKnowledge(SHIPPED, sharedExperience(shared(seen([UNKNOWN, 3000]))), UNKNOWN)
  const priorOf = (knowledge: typeof SHIPPED) =>
    knowledge.causes.find(({ id }) => id === 'clock-wrong')?.prior ?? 0
  expect(priorOf(start)).toBeGreaterThan(priorOf(SHIPPED))
  // As many cases of this shop as a guess weighs, none of them with that cause, halve it or more.
  const other: Lesson = { group: UNKNOWN, intake: [], answers: [], failed: [], worked: ['restore-package'] }
  let own = NO_EXPERIENCE
  for (let count = 0; count < 2 * CAUSE_STRENGTH; count += 1) own = learn(own, other, start)
  expect(priorOf(learnedKnowledge(start, own, UNKNOWN))).toBeLessThan(priorOf(start) * 0.6)
})

test('rubbish is refused by a short name, and never thrown over', () => {
  const good = shared(seen([MIUI_IN, 30]))
  const why = (value: unknown) => {
    const read = readSharedCounts(typeof value === 'string' ? value : JSON.stringify(value))
    return 'why' in read ? read.why : null
  }
  expect(why(good)).toBeNull()
  expect(why('{')).toBe('json')
  expect(why({ kind: 'other' })).toBe('kind')
  expect(why({ ...good, schema: 2 })).toBe('newer')
  expect(why({ ...good, customer: 'Asha' })).toBe('form')
  expect(why({ ...good, from: '2026-03-07' })).toBe('form')
  const [group] = good.groups
  expect(why({ ...good, groups: [{ ...group, tickets: 3 }] })).toBe('form')
  expect(why({ ...good, groups: [{ ...group, cases: -1 }] })).toBe('form')
  expect(
    why({ ...good, groups: [{ ...group, causes: [{ cause: 'Asha Rao', there: 1, expected: 1 }] }] }),
  ).toBe('form')
  expect(why('x'.repeat(2 * 1024 * 1024))).toBe('large')
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(why(text)).not.toBeNull()
    }),
  )
})
