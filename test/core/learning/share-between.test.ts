import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareBetween } from '../../../src/core/learning/share-between.ts'

test('no case, no share', () => {
  expect(shareBetween(0, 0)).toBeNull()
})

test('the bounds are those of Wilson, worked out on paper', () => {
  // 7 of 10 with z = 1.2816: middle (0.7 + 0.0821) / 1.1642, spread 1.2816 * sqrt(0.021 + 0.0041) / 1.1642.
  const share = shareBetween(7, 10)
  expect(share?.value).toBeCloseTo(0.7, 9)
  expect(share?.low).toBeCloseTo(0.4973, 3)
  expect(share?.high).toBeCloseTo(0.8463, 3)
})

test('three of three are no certainty, and more of the same are nearer to it', () => {
  expect(shareBetween(3, 3)?.low).toBeLessThan(0.7)
  expect(shareBetween(300, 300)?.low).toBeGreaterThan(0.99)
})

test('bounds hold the share, stay within 0 and 1, and draw together with more cases', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 1e6 }),
      (part, cases) => {
        const one = shareBetween(part * cases, cases)
        const more = shareBetween(part * cases * 4, cases * 4)
        if (one === null || more === null) throw new Error('there are cases')
        for (const { value, low, high } of [one, more]) {
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(value + 1e-9)
          expect(high).toBeGreaterThanOrEqual(value - 1e-9)
        }
        expect(more.high - more.low).toBeLessThanOrEqual(one.high - one.low + 1e-9)
      },
    ),
  )
})
