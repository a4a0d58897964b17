import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { learn, NO_EXPERIENCE } from '../../../src/core/learning/experience.ts'
import { learnedKnowledge } from '../../../src/core/learning/learned-knowledge.ts'
import { ENOUGH_IN_GROUP, learntOf } from '../../../src/core/learning/learnt.ts'

const group = { family: 'MIUI', region: 'IN' } as const
const after = (count: number) => {
  let experience = NO_EXPERIENCE
  for (let ticket = 0; ticket < count; ticket += 1)
    experience = learn(
      experience,
      { group, intake: [], answers: [], failed: [], worked: ['set-clock'] },
      SHIPPED,
    )
  return experience
}

test('nothing closed, nothing learnt', () => {
  expect(learntOf(SHIPPED, NO_EXPERIENCE, 'en')).toEqual({ causes: [], fixes: [] })
})

test('what stands furthest from its guess comes first, with the numbers that the advice goes by', () => {
  const experience = after(20)
  const { causes, fixes } = learntOf(SHIPPED, experience, 'en')
  const [first] = causes
  expect(first).toMatchObject({ id: 'clock-wrong' })
  const whole = first?.shares[0]
  expect(whole).toMatchObject({ group: '', cases: 20 })
  const believed = learnedKnowledge(SHIPPED, experience, { family: null, region: null })
  expect(whole?.value).toBe(believed.causes.find(({ id }) => id === 'clock-wrong')?.prior)
  expect(whole?.low).toBeLessThan(whole?.value ?? 0)
  const step = fixes.find(({ fix, cause }) => fix === 'set-clock' && cause === 'clock-wrong')
  expect(step?.shares[0]?.cases).toBeGreaterThan(10)
  expect(step?.shares[0]?.value).toBeGreaterThan(step?.guess ?? 1)
  expect(fixes.every(({ shares }) => shares.every(({ cases }) => cases >= 0.5))).toBe(true)
})

test('a group has numbers of its own once it has enough tickets', () => {
  const groupsAfter = (count: number) =>
    learntOf(SHIPPED, after(count), 'en').causes[0]?.shares.map(({ group }) => group)
  expect(groupsAfter(ENOUGH_IN_GROUP - 1)).toEqual([''])
  expect(groupsAfter(ENOUGH_IN_GROUP)).toEqual(['', 'MIUI', 'MIUI IN'])
})
