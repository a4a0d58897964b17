import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newestOf } from '../../src/device/newest-of.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first few are given on at once, of a flood only the newest, and never more often than allowed', () => {
  const given: number[] = []
  const { push, end } = newestOf<number>(100, 2, (one) => given.push(one))
  for (let one = 0; one < 1000; one += 1) push(one)
  expect(given).toEqual([0, 1])
  vi.advanceTimersByTime(100)
  expect(given).toEqual([0, 1, 999])
  push(2)
  expect(given).toEqual([0, 1, 999])
  vi.advanceTimersByTime(100)
  expect(given).toEqual([0, 1, 999, 2])
  vi.advanceTimersByTime(100)
  push(3)
  push(4)
  expect(given).toEqual([0, 1, 999, 2, 3])
  end()
  vi.advanceTimersByTime(1000)
  push(5)
  expect(given).toEqual([0, 1, 999, 2, 3])
})

test('a flood without end is one in so many milliseconds', () => {
  let given = 0
  const { push, end } = newestOf<number>(100, 3, () => {
    given += 1
  })
  for (let millisecond = 0; millisecond < 10_000; millisecond += 1) {
    push(millisecond)
    vi.advanceTimersByTime(1)
  }
  expect(given).toBeLessThanOrEqual(103)
  expect(given).toBeGreaterThanOrEqual(100)
  end()
})

test('after a quiet while several may come at once again, and no timer runs on', () => {
  const given: number[] = []
  const { push } = newestOf<number>(100, 3, (one) => given.push(one))
  for (const one of [1, 2, 3]) push(one)
  vi.advanceTimersByTime(300)
  expect(vi.getTimerCount()).toBe(0)
  for (const one of [4, 5, 6, 7]) push(one)
  expect(given).toEqual([1, 2, 3, 4, 5, 6])
  vi.advanceTimersByTime(100)
  expect(given).toEqual([1, 2, 3, 4, 5, 6, 7])
})
