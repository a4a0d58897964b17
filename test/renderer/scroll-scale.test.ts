import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIGHEST, linesInView, scrollScale } from '../../src/renderer/src/parts/scroll-scale.ts'

const LINE = 36

test('a list of any length is scrolled from its first line to its last, and nothing is drawn too high', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 100, max: 2000 }),
      (count, view) => {
        const { height, toList, toScrolled } = scrollScale(count * LINE, view)
        expect(height).toBeLessThanOrEqual(HIGHEST)
        expect(toList(0)).toBe(0)
        const bottom = toList(Math.max(0, height - view))
        expect(bottom).toBeCloseTo(Math.max(0, count * LINE - view), 3)
        expect(linesInView(bottom, view, LINE, count, 0).last).toBe(count - 1)
        const middle = Math.min(Math.floor(count / 2) * LINE, Math.max(0, count * LINE - view))
        expect(toList(toScrolled(middle))).toBeCloseTo(middle, 3)
      },
    ),
  )
})

test('what fits is scrolled as it is', () => {
  const { height, toList } = scrollScale(36_000, 500)
  expect(height).toBe(36_000)
  expect(toList(1234)).toBe(1234)
  expect(linesInView(1234, 500, LINE, 1000, 2)).toEqual({ first: 32, last: 51 })
})
