import { expect, test } from 'vitest'
import { adviceFor } from '../../../src/core/knowledge/advice-for.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

const idsFor = (
  causes: Readonly<Record<string, number>>,
  workedFix: string | null = null,
): readonly string[] =>
  adviceFor(
    SHIPPED,
    Object.entries(causes).map(([id, probability]) => ({ id, probability })),
    workedFix === null ? [] : [workedFix],
  ).map(({ id }) => id)

test('the customer hears what belongs to the likely causes, the likeliest first', () => {
  expect(idsFor({ 'system-too-old': 0.4, 'account-stolen': 0.9 }).slice(0, 2)).toEqual([
    'own-strong-password',
    'second-factor-on',
  ])
  expect(idsFor({ 'system-too-old': 0.9 })).toContain('keep-updated')
})

test.each(['clock-wrong', 'account-app-disabled'])('something is said after %s', (cause) => {
  expect(idsFor({ [cause]: 0.9 })).not.toEqual([])
})

test('nothing is said of what nobody knows to have been there', () => {
  expect(idsFor({ 'account-stolen': 0.1, 'system-too-old': 0.29 })).toEqual([])
  expect(idsFor({})).toEqual([])
})

test('where a fix has worked, only of the causes that it removes', () => {
  const causes = { 'system-too-old': 0.9, 'password-forgotten': 0.9 }
  expect(idsFor(causes, 'update-system')).toContain('keep-updated')
  expect(idsFor(causes, 'reset-password')).not.toContain('keep-updated')
  expect(idsFor(causes, 'reset-password')).toContain('own-strong-password')
})

test('no more than a customer takes home', () => {
  const all = Object.fromEntries(SHIPPED.causes.map(({ id }) => [id, 0.9]))
  expect(idsFor(all)).toHaveLength(3)
})
