import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { enumerate, setsFor } from '../../../src/core/diagnosis/enumerate.ts'
import type { Network } from '../../../src/core/diagnosis/network.ts'
import { bruteForce } from './brute-force.ts'
import { networks } from './networks.ts'

test('the chances are those of every subset weighed by definition', () => {
  fc.assert(
    fc.property(networks(8), (network) => {
      const expected = bruteForce(network)
      enumerate(network).chances.forEach((chance, cause) => {
        expect(chance).toBeCloseTo(expected[cause] ?? Number.NaN, 9)
      })
    }),
    { numRuns: 400 },
  )
})

const many = (count: number, rate: number): Network => ({
  rates: Array.from({ length: count }, () => rate),
  leak: 0.02,
  findings: [
    { holds: true, leak: 0.001, strengths: new Map([[3, 0.95]]) },
    { holds: true, leak: 0.001, strengths: new Map([[count - 1, 0.9]]) },
    { holds: false, leak: 0.1, strengths: new Map([[5, 0.9]]) },
  ],
  trials: [],
  success: null,
})

test('with many causes only so many sets are weighed, and the found ones are found all the same', () => {
  const sixty = enumerate(many(60, 0.005))
  expect(sixty.counted).toBe(setsFor(60))
  expect(sixty.counted).toBeLessThan(6000)
  expect(sixty.chances[3]).toBeGreaterThan(0.8)
  expect(sixty.chances[59]).toBeGreaterThan(0.8)
  expect(sixty.chances[5]).toBeLessThan(0.005)
  const fiveHundred = enumerate(many(500, 0.0006))
  expect(fiveHundred.counted).toBeLessThan(12_000)
  expect(fiveHundred.chances[499]).toBeGreaterThan(0.3)
})

test('leaving out sets of four and more moves no chance by a point', () => {
  // Twelve causes are past the exact limit and still few enough for brute force.
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.001, max: 0.04, noNaN: true }), { minLength: 12, maxLength: 12 }),
      (rates) => {
        const network = { rates, leak: 0.05, findings: many(12, 0).findings, trials: [], success: null }
        const expected = bruteForce(network)
        enumerate(network).chances.forEach((chance, cause) => {
          expect(Math.abs(chance - (expected[cause] ?? Number.NaN))).toBeLessThan(0.01)
        })
      },
    ),
    { numRuns: 30 },
  )
})
