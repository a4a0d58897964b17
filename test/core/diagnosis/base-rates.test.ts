import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseRates } from '../../../src/core/diagnosis/base-rates.ts'
import { bruteForce } from './brute-force.ts'

test('without evidence a case shows exactly the stated chances', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 0.3, noNaN: true }), { minLength: 3, maxLength: 9 }),
      fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      (priors, unlisted) => {
        const { rates, leak } = baseRates(priors, unlisted)
        // When the chances are too large to be told apart from independence, they stay as they are.
        fc.pre(rates.every((rate, index) => rate < (priors[index] ?? 0)))
        const shown = bruteForce({ rates, leak, findings: [], trials: [], success: null })
        shown.forEach((chance, cause) => {
          expect(chance).toBeCloseTo(priors[cause] ?? Number.NaN, 6)
        })
      },
    ),
  )
})

test('a short list of rare causes leaves room for what is not in it', () => {
  const { rates, leak } = baseRates([0.1, 0.1], 0.05)
  const shown = bruteForce({ rates, leak, findings: [], trials: [], success: null })
  expect(shown[0]).toBeCloseTo(0.1, 6)
})
