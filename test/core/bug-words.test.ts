import { expect, test } from 'vitest'
import { bugWords } from '../../src/core/bug-words.ts'

test('a bug is told by its kind and place, never by its message', () => {
  const words = bugWords(new SyntaxError('Unexpected token in "Asha Rao\nat home"'))
  expect(words).toMatch(/^SyntaxError\n\s+at .*bug-words\.test/u)
  expect(words).not.toMatch(/Asha|home/u)
  expect(bugWords('Asha Rao')).toBe('string')
})

test('an engine’s code is told, words that stand in its place are not', () => {
  const first = (code: string): string | undefined =>
    bugWords(Object.assign(new Error('Asha'), { code })).split('\n')[0]
  expect(first('SQLITE_ERROR')).toBe('Error SQLITE_ERROR')
  expect(first('no row for Asha')).toBe('Error')
})
