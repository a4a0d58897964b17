import { expect, test } from 'vitest'
import { saidWords } from '../../../src/core/knowledge/said-words.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

test('a symptom is found by the words of its phrases in every language, without the signs of a phrase', () => {
  const said = SHIPPED.symptoms.map(({ id }) => saidWords(id, SHIPPED.speech))
  const forgotten = saidWords('password-forgotten-said', SHIPPED.speech)
  for (const word of ['password', 'парол*', '密码', 'contraseña'.normalize('NFD').replaceAll(/\p{M}/gu, '')])
    expect(forgotten).toContain(word)
  expect(said.join(' ')).not.toMatch(/[<>|_]/u)
})
