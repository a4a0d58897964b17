import { wordsOf } from './words-of.ts'

/**
 * How a phrase is written: places in order; "wrong|mobile_data" is one of several; "arriv*" is the beginning of a
 * word; "<code>" is one of the wordings of a concept of the same language; "..." lets more words stand in between than
 * usual.
 */
export type Item = { readonly plain: string; readonly beginning: boolean }
/** Words that stand side by side. */
export type Wording = readonly Item[]
/** One of several that fit: a word, or a concept with its wordings. Equal keys are the same. */
export type Choice = { readonly key: string; readonly wordings: readonly Wording[] }
export type Place = {
  readonly key: string
  readonly choices: readonly Choice[]
  /** How many words may stand between the last place and this one. */
  readonly gap: number
}
export type Phrase = readonly Place[]
/** The wordings of each concept. */
export type Concepts = Readonly<Record<string, readonly string[]>>

const USUAL_GAP = 2
const WIDE_GAP = 7
/** In scripts without blanks a word is two or three characters long. */
const USUAL_GAP_CHARACTERS = 3
const WIDE_GAP_CHARACTERS = 14
const CHARACTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u

const BETWEEN = /[\s_]+/u

/** Folding would leave it as it is; "cannot" is two words, and no plain one. */
const PLAIN = /^(?!can(?:no)?t$)[a-z]+$/u

const wordingOf = (text: string): Wording =>
  text.split(BETWEEN).flatMap((part) => {
    if (PLAIN.test(part)) return [{ plain: part, beginning: false }]
    return wordsOf(part).map(({ plain }, index, all) => ({
      plain,
      beginning: part.endsWith('*') && index === all.length - 1,
    }))
  })

const once = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}

const CONCEPT = /<([^<>]*)>/gu

/** The concepts that a phrase names. */
export const conceptsIn = (phrase: string): readonly string[] =>
  [...phrase.matchAll(CONCEPT)].map(([, name = '']) => name)

/** Reads the phrases of one language; a part that comes again, as concepts do, is read once. */
export const phraseReader = (language: string, concepts: Concepts): ((text: string) => Phrase) => {
  const readChoice = once((choice): Choice => {
    const [concept] = conceptsIn(choice)
    const wordings = (concept === undefined ? [choice] : (concepts[concept] ?? []))
      .map(wordingOf)
      .filter((wording) => wording.length > 0)
    return { key: `${language} ${choice}`, wordings }
  })
  const readPart = once((part) => {
    const choices = part
      .split('|')
      .map(readChoice)
      .filter(({ wordings }) => wordings.length > 0)
    const byCharacter = CHARACTER.test(choices[0]?.wordings[0]?.[0]?.plain ?? '')
    return { key: `${language} ${part}`, choices, byCharacter }
  })
  return (text) => {
    const parts = text.split(/\s+/u).filter((part) => part !== '')
    return parts.flatMap((part, index): readonly Place[] => {
      if (part === '...') return []
      const { key, choices, byCharacter } = readPart(part)
      const [usual, wide] = byCharacter ? [USUAL_GAP_CHARACTERS, WIDE_GAP_CHARACTERS] : [USUAL_GAP, WIDE_GAP]
      return choices.length === 0 ? [] : [{ key, choices, gap: parts[index - 1] === '...' ? wide : usual }]
    })
  }
}
