import { expect, test } from 'vitest'
import { afterAttempt } from '../../src/core/ticket-moves.ts'
import type { Outcome } from '../../src/core/ticket.ts'
import { standing, workedFixes } from '../../src/core/worked-fixes.ts'

const made = (fix: string, outcome: Outcome, bundle: string | null = null) => ({ fix, outcome, bundle })
const OPEN = { state: 'diagnosing', number: 'T-0001', workedFix: null, workedTogether: [] } as const
const TOGETHER = { ...OPEN, state: 'fixed', workedTogether: ['b', 'a'] } as const

test('of several before the sign-in that worked, none is said to be the one', () => {
  const together = afterAttempt(OPEN, { fixes: ['b', 'a'], outcome: 'worked' })
  expect(together).toMatchObject({
    value: { state: 'fixed', workedFix: null, workedTogether: ['b', 'a'] },
  })
  const alone = afterAttempt(TOGETHER, { fixes: ['a'], outcome: 'worked' })
  expect(alone).toMatchObject({ value: { state: 'fixed', workedFix: 'a', workedTogether: [] } })
  expect(workedFixes(TOGETHER)).toEqual(['b', 'a'])
})

test('they are taken back by one of them that failed after all, and not by another fix', () => {
  expect(afterAttempt(TOGETHER, { fixes: ['a', 'c'], outcome: 'failed' })).toMatchObject({
    value: { state: 'diagnosing', workedTogether: [] },
  })
  expect(afterAttempt(TOGETHER, { fixes: ['c'], outcome: 'failed' })).toMatchObject({
    value: { state: 'fixed', workedTogether: ['b', 'a'] },
  })
})

test('what worked and no longer stands has failed; of several of which one is known since, the others say nothing', () => {
  const attempts = [made('a', 'worked', 'x'), made('b', 'worked', 'x'), made('c', 'worked')]
  const outcomes = (workedFix: string | null, workedTogether: readonly string[] = []) =>
    standing(attempts, { workedFix, workedTogether }).map(({ fix, outcome }) => `${fix} ${outcome}`)
  expect(outcomes(null, ['b', 'a'])).toEqual(['a worked', 'b worked', 'c failed'])
  expect(outcomes('c')).toEqual(['a failed', 'b failed', 'c worked'])
  expect(outcomes('b')).toEqual(['b worked', 'c failed'])
  expect(outcomes(null)).toEqual(['a failed', 'b failed', 'c failed'])
})
