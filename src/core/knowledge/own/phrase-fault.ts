import { wordsOf } from '../../hearing/words-of.ts'

const NO_BLANKS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u
const MOST_WORDS = 16

/** Own phrases are plain words: the signs that steer shipped phrases (see phrase.ts) mean nothing in them. */
export const plainPhrase = (phrase: string): string =>
  phrase
    .replaceAll(/[|<>*_]|\.{2,}|…/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** What is wrong with a phrase, or null. One everyday word would be heard in every second complaint. */
export const phraseFault = (phrase: string): string | null => {
  const words = wordsOf(plainPhrase(phrase)).map(({ plain }) => plain)
  if (words.length > MOST_WORDS) return 'phrase-long'
  const characters = words.filter((word) => NO_BLANKS.test(word)).length
  const others = words.filter((word) => !NO_BLANKS.test(word))
  const isCode = others.some((word) => word.length >= 4 && /\d/u.test(word))
  return characters >= 3 || others.length >= 2 || isCode ? null : 'phrase-short'
}
