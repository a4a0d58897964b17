import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newestOf } from '../../src/device/newest-of.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first is given on at once, of a flood only the newest, and never more often than allowed', () => {
  const given: number[] = []
  const { push, end } = newestOf<number>(100, (one) => given.push(one))
  for (let one = 0; one < 1000; one += 1) push(one)
  expect(given).toEqual([0])
  vi.advanceTimersByTime(100)
  expect(given).toEqual([0, 999])
  push(1)
  expect(given).toEqual([0, 999])
  vi.advanceTimersByTime(100)
  expect(given).toEqual([0, 999, 1])
  vi.advanceTimersByTime(100)
  push(2)
  push(3)
  expect(given).toEqual([0, 999, 1, 2])
  end()
  vi.advanceTimersByTime(1000)
  expect(given).toEqual([0, 999, 1, 2])
})
