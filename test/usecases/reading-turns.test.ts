import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readingTurns } from '../../src/usecases/reading-turns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const setUp = () => {
  const begun: number[] = []
  const state = { busy: 0 }
  const turns = readingTurns<number>(
    () => state.busy,
    (one) => {
      begun.push(one)
      state.busy += 1
    },
  )
  const end = (): void => {
    state.busy -= 1
    turns.ended()
  }
  return { begun, turns, end }
}

const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1)

test('eight are read at once, the others in their order as soon as one has ended', () => {
  const { begun, turns, end } = setUp()
  for (const one of upTo(10)) turns.ask(one)
  expect(begun).toEqual(upTo(8))
  end()
  expect(begun).toEqual(upTo(9))
})

test('one that has gone or asks twice takes no turn', () => {
  const { begun, turns, end } = setUp()
  for (const one of [...upTo(10), 10]) turns.ask(one)
  turns.giveUp(9)
  end()
  end()
  expect(begun).toEqual([...upTo(8), 10])
})

test('after two dozen in a minute the next one waits for its turn', () => {
  const { begun, turns, end } = setUp()
  for (const one of upTo(100)) {
    turns.ask(one)
    if (one <= 24) end()
  }
  expect(begun).toEqual(upTo(24))
  vi.advanceTimersByTime(59_000)
  expect(begun).toHaveLength(24)
  vi.advanceTimersByTime(2000)
  expect(begun).toHaveLength(32)
  turns.close()
  vi.advanceTimersByTime(200_000)
  end()
  expect(begun).toHaveLength(32)
})
