import { PLAINLY_WRITTEN, searchForm } from './search-form.ts'

/** A word in its search form, and where it stands in the text. */
export type SearchWord = { readonly word: string; readonly start: number; readonly end: number }

const RUN = /[\p{L}\p{M}\p{N}\p{Cf}'’‘`´ʼ]+/gu
/** Scripts that put nothing between words. */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'] as const
const NO_BLANKS = SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('')
const PART = new RegExp(`[${NO_BLANKS}]+|[^${NO_BLANKS}]+`, 'gu')
/** The same in a text that is plainly written. */
const PLAIN_RUN = /[A-Za-z0-9'‘’`]+/gu
const UNSPACED = new RegExp(`^[${NO_BLANKS}]`, 'u')
/** More of a word tells nothing more, and a pasted file has words of any length. */
export const LONGEST_WORD = 60

/**
 * Where nothing stands between words, every two neighbours are a word, and the last sign is one by itself: so
 * everything is found from its first sign on, without a dictionary.
 */
const pairs = (run: string, from: number): readonly SearchWord[] => {
  const signs = Array.from(run)
  const words: SearchWord[] = []
  let start = from
  signs.forEach((sign, index) => {
    const next = signs[index + 1] ?? ''
    const word = searchForm(sign + next)
    if (word !== '') words.push({ word, start, end: start + sign.length + next.length })
    start += sign.length
  })
  return words
}

/** The words of a text in the form in which they are looked for, from left to right. */
export const searchWordsOf = (text: string): readonly SearchWord[] => {
  const words: SearchWord[] = []
  const addWord = (part: string, start: number): void => {
    const word = searchForm(part).slice(0, LONGEST_WORD)
    if (word !== '') words.push({ word, start, end: start + part.length })
  }
  if (PLAINLY_WRITTEN.test(text)) {
    for (const { 0: run, index } of text.matchAll(PLAIN_RUN)) addWord(run, index)
    return words
  }
  for (const { 0: run, index } of text.matchAll(RUN))
    for (const { 0: part, index: within } of run.matchAll(PART))
      if (UNSPACED.test(part)) words.push(...pairs(part, index + within))
      else addWord(part, index + within)
  return words
}

const SIGN = /[^\p{L}\p{M}\p{N}\p{Cf}\s]/gu
/** Before a sign, so that none is taken for what other words begin with. */
const SIGN_WORD = '_'

/** Signs that are no letters, each for itself: somebody may be called by an emoji, or by "%". */
export const signsOf = (text: string): readonly string[] =>
  [...text.matchAll(SIGN)].map(([sign]) => SIGN_WORD + sign.normalize('NFKC').replaceAll(/\s/gu, ''))

/** Whether a word of a search is one of two neighbours, of which the last may stand alone. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word)
