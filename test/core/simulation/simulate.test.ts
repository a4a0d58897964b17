import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { simulate } from '../../../src/core/simulation/simulate.ts'

test('the engine is well ahead of both fixed orders, also where the numbers are off', () => {
  const found = simulate(120, 7, SHIPPED)
  expect(found).toMatchObject({ cases: 120, seed: 7 })
  expect(found.minutes.engine).toBeLessThan(found.minutes.guideOrder * 0.6)
  expect(found.minutes.engine).toBeLessThan(found.minutes.staticOrder * 0.9)
  expect(found.perturbed.engine).toBeLessThan(found.perturbed.guideOrder)
  expect(found.perturbed.engine).toBeLessThan(found.perturbed.staticOrder)
  expect(found.exact.cases).toBe(12)
  expect(found.learning.map(({ tickets }) => tickets)).toEqual([0, 50, 100, 200])
}, 120_000)

test('the same seed says the same', () => {
  const found = simulate(4, 3, SHIPPED)
  expect(simulate(4, 3, SHIPPED)).toEqual(found)
}, 120_000)
