import { expect, test } from 'vitest'
import { runRounds } from '../bench/rounds.ts'

test(
  'a phone that is plugged in and pulled out again and again leaves nothing behind',
  { timeout: 60_000 },
  async () => {
    const { rounds, cutShort, left } = await runRounds(300, 100, () => undefined)
    expect(rounds).toBeGreaterThanOrEqual(300)
    expect(cutShort).toBeGreaterThan(3)
    expect(left).toEqual([])
  },
)
