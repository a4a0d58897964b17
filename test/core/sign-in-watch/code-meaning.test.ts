import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { codeMeaning } from '../../../src/core/sign-in-watch/code-meaning.ts'

test('a code means what its own service means by it', () => {
  const meaning = (service: 'sign-in' | 'security-status' | 'binding', code: number) =>
    codeMeaning({ kind: 'code', service, code }, SHIPPED)?.id ?? null
  expect(meaning('sign-in', 70_016)).toBe('account-70016')
  expect(meaning('binding', 1)).toBe('bind-1')
  // The same numbers where nobody says what they mean.
  expect([meaning('binding', 70_016), meaning('sign-in', 1), meaning('security-status', 1)]).toEqual([
    null,
    null,
    null,
  ])
})

test('an error has its own words', () => {
  expect(codeMeaning({ kind: 'error', error: 'timeout' }, SHIPPED)).toBeNull()
})
