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

export type Span = { readonly start: number; readonly end: number }

/** The index of the last word when the rest of the phrase follows this word, or null. */
const follow = (rest: Phrase, words: readonly Word[], from: number): number | null => {
  let at = from
  for (const place of rest) {
    let next = at + 1
    for (;;) {
      const word = words[next]
      if (word === undefined || word.plain === STOP || next > at + 1 + place.gap) return null
      if (matches(place, word)) break
      next += 1
    }
    at = next
  }
  return at
}

/** Everywhere the phrase stands in the words; at each place the nearest word that fits is taken. */
export const fits = (
  [first, ...rest]: Phrase,
  words: readonly Word[],
  negators: ReadonlySet<string>,
): readonly Span[] =>
  words.flatMap((opening, index) => {
    if (first === undefined || !matches(first, opening)) return []
    if (negators.has(words[index - 1]?.plain ?? '')) return []
    const last = follow(rest, words, index)
    const closing = last === null ? undefined : words[last]
    return closing === undefined ? [] : [{ start: opening.start, end: closing.end }]
  })
