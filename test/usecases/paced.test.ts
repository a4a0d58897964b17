import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from '../../src/usecases/paced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const setUp = (tookMs: number) => {
  const runs: number[] = []
  const ask = paced(() => {
    runs.push(performance.now())
    vi.advanceTimersByTime(tookMs)
  })
  const start = performance.now()
  return { ask, at: () => runs.map((time) => time - start) }
}

test('who asks first is served at once, and all who ask in one moment once', () => {
  const { ask, at } = setUp(0)
  for (let times = 0; times < 5; times += 1) ask()
  expect(at()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(at()).toHaveLength(1)
})

test('work that takes long rests thrice as long, then runs once for all who asked meanwhile', () => {
  const { ask, at } = setUp(40)
  ask()
  vi.advanceTimersByTime(1)
  const [first = Number.NaN] = at()
  for (let times = 0; times < 5; times += 1) ask()
  vi.advanceTimersByTime(118)
  expect(at()).toHaveLength(1)
  vi.advanceTimersByTime(10)
  expect(at()).toHaveLength(2)
  expect((at()[1] ?? 0) - first).toBeGreaterThanOrEqual(160)
  vi.advanceTimersByTime(1000)
  expect(at()).toHaveLength(2)
})

test('work that fails is asked for again', () => {
  let runs = 0
  const ask = paced(() => {
    runs += 1
    throw new Error('once')
  })
  for (let times = 1; times <= 2; times += 1) {
    ask()
    expect(() => vi.advanceTimersByTime(1)).toThrow('once')
    expect(runs).toBe(times)
  }
})
