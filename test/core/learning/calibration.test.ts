import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { calibrationOf, judgedBy, type JudgedTicket } from '../../../src/core/learning/calibration.ts'
import { countsOf, type Lesson } from '../../../src/core/learning/counts.ts'

const lesson = (worked: readonly string[], failed: readonly string[] = []): Lesson => ({
  group: { family: null, region: null },
  intake: [],
  answers: [],
  failed,
  worked,
})
const ADVISED = [
  { id: 'clock-wrong', probability: 0.6 },
  { id: 'account-app-disabled', probability: 0.2 },
]
const judged = (each: Lesson, advised: typeof ADVISED | null = ADVISED) =>
  judgedBy(advised, each, countsOf(each, SHIPPED))

test('a fix that worked says which of the named causes was there', () => {
  const [first, second] = judged(lesson(['set-clock'])) ?? []
  expect(first).toMatchObject({ cause: 'clock-wrong', said: 0.6 })
  // The same fix is for another cause too, though a rarer one.
  expect(first?.happened).toBeGreaterThan(0.7)
  expect(second?.happened).toBeLessThan(0.3)
})

test('where nothing worked, or nothing was said, nothing is judged; what has left the knowledge neither', () => {
  expect(judged(lesson([], ['set-clock']))).toBeNull()
  expect(judged(lesson(['set-clock']), null)).toBeNull()
  expect(judged(lesson(['set-clock']), [{ id: 'gone', probability: 0.5 }])).toBeNull()
})

test('what only a word stands for is judged as fully', () => {
  const each = { ...lesson(['set-clock']), weight: 0.5 }
  expect(judgedBy(ADVISED, each, countsOf(each, SHIPPED))).toEqual(judged(lesson(['set-clock'])))
})

const ticketsOf = (count: number, said: number, there: number): readonly JudgedTicket[] =>
  Array.from({ length: count }, (_, index) => [{ cause: 'a', said, happened: index < there ? 1 : 0 }])

test('said 70 %, happened 7 of 10: the row says both, and the first cause is counted', () => {
  const { tickets, first, rows } = calibrationOf(ticketsOf(10, 0.72, 7))
  expect(tickets).toBe(10)
  expect(first).toMatchObject({ value: 0.7, cases: 10 })
  const row = rows.find(({ from }) => from === 0.7)
  expect(row?.said).toBeCloseTo(0.72, 9)
  expect(row?.happened).toMatchObject({ value: 0.7, cases: 10 })
  expect(rows.filter(({ happened }) => happened !== null)).toHaveLength(1)
})

test('nothing judged, nothing said', () => {
  expect(calibrationOf([])).toMatchObject({ tickets: 0, first: null })
  expect(calibrationOf([]).rows.every(({ said, happened }) => said === null && happened === null)).toBe(true)
})

test('every cause that was named is in one row and no other', () => {
  const cause = fc.record({
    cause: fc.string(),
    said: fc.double({ min: 0, max: 1, noNaN: true }),
    happened: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(fc.array(cause, { minLength: 1, maxLength: 5 })), (tickets) => {
      const { rows } = calibrationOf(tickets)
      const cases = rows.reduce((sum, { happened }) => sum + (happened?.cases ?? 0), 0)
      expect(cases).toBe(tickets.flat().length)
      for (const { from, to, said } of rows) {
        if (said === null) continue
        expect(said).toBeGreaterThanOrEqual(from - 1e-9)
        expect(said).toBeLessThanOrEqual(to + 1e-9)
      }
    }),
  )
})
