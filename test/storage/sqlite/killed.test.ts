import { expect, test } from 'vitest'
import { newFolder } from '../open-for-test.ts'
import { killRounds } from './kill-rounds.ts'

test(
  'a busy counter that is killed at any moment loses nothing that was answered',
  { timeout: 240_000 },
  async () => {
    const { acknowledged, ...found } = await killRounds(newFolder(), 25)
    expect(found).toEqual({ rounds: 25, lost: [], torn: [], faults: [] })
    expect(acknowledged).toBeGreaterThan(300)
  },
)
