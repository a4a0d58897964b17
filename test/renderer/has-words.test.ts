import { expect, test } from 'vitest'
import { hasWords } from '../../src/renderer/src/screens/knowledge/has-words.ts'

test('every word typed has to be there, in any writing, and a beginning stands for the word', () => {
  expect(hasWords('CONTRASENA olvid', ['Olvidé mi contraseña'])).toBe(true)
  expect(hasWords('паролем', ['забыл* парол*'])).toBe(true)
  expect(hasWords('паром', ['забыл* парол*'])).toBe(false)
  expect(hasWords('', [])).toBe(true)
  expect(hasWords('clock wrong', ['The clock'])).toBe(false)
})
