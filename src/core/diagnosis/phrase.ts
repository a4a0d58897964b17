import { alike } from './alike.ts'
import { STOP, wordsOf, plainForm, type Word } from './words-of.ts'

/**
 * How a phrase is written: words in order; "wrong|invalid" is one of several; "arriv*" is the beginning of a word;
 * "..." lets more words stand in between than the usual one or two.
 */
type Place = { readonly choices: readonly Choice[]; readonly gap: number }
type Choice = { readonly plain: string; readonly beginning: boolean }
export type Phrase = readonly Place[]

const USUAL_GAP = 2
const WIDE_GAP = 7
/** Characters of scripts without blanks must follow each other. */
const CHARACTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u

const choice = (text: string): Choice =>
  text.endsWith('*')
    ? { plain: plainForm(text.slice(0, -1)), beginning: true }
    : { plain: plainForm(text), beginning: false }

const placesOf = (part: string, gap: number): Phrase => {
  if (part.includes('|') || part.includes('*'))
    return [{ choices: part.split('|').filter(Boolean).map(choice), gap }]
  return wordsOf(part).map(({ plain }, index) => ({
    choices: [{ plain, beginning: false }],
    gap: index === 0 ? gap : CHARACTER.test(plain) ? 0 : USUAL_GAP,
  }))
}

export const readPhrase = (text: string): Phrase => {
  const parts = text.split(/\s+/u).filter((part) => part !== '')
  return parts.flatMap((part, index) =>
    part === '...' ? [] : placesOf(part, parts[index - 1] === '...' ? WIDE_GAP : USUAL_GAP),
  )
}

const matches = (place: Place, word: Word): boolean =>
  place.choices.some(({ plain, beginning }) =>
    beginning ? word.plain.startsWith(plain) : alike(word.plain, plain),
  )

/** Where the phrase stands in the words, or null; at each place the nearest word that fits is taken. */
export const fits = (phrase: Phrase, words: readonly Word[]): { start: number; end: number } | null => {
  const [first, ...rest] = phrase
  if (first === undefined) return null
  for (let begin = 0; begin < words.length; begin += 1) {
    const opening = words[begin]
    if (opening === undefined || !matches(first, opening)) continue
    let at = begin
    const whole = rest.every((place) => {
      for (let next = at + 1; next <= at + 1 + place.gap; next += 1) {
        const word = words[next]
        if (word === undefined || word.plain === STOP) return false
        if (matches(place, word)) {
          at = next
          return true
        }
      }
      return false
    })
    const last = words[at]
    if (whole && last !== undefined) return { start: opening.start, end: last.end }
  }
  return null
}
