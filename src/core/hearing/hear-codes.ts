import { findCode, type FoundCode } from '../knowledge/find-code.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { fold } from './fold.ts'
import { wordsOf } from './words-of.ts'

const NUMBER = /^\d{1,9}$/u
/** "Error code: 401" */
const REACH = 2
const MOST_CODES = 20

/**
 * The codes that were said, each once, with all that they may mean; a number that is called a code and that nobody
 * knows comes without a meaning.
 */
export const hearCodes = (said: string, knowledge: Knowledge): readonly FoundCode[] => {
  const cues = new Set(knowledge.codeCues.map(fold))
  const words = wordsOf(said.slice(0, 20_000))
  const found = new Map<string, FoundCode>()
  words.forEach(({ plain, sentence }, index) => {
    if (!NUMBER.test(plain) || found.has(plain) || found.size >= MOST_CODES) return
    const code = findCode(knowledge, plain)
    const isCalledCode = words
      .slice(Math.max(0, index - REACH), index)
      .some((before) => before.sentence === sentence && cues.has(before.plain))
    if (isCalledCode || code.meanings.some(({ needsCue }) => !needsCue)) found.set(plain, code)
  })
  return [...found.values()]
}
