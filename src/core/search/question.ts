import { numberBeginnings } from './number-words.ts'
import { digitsOf, searchForm } from './search-form.ts'
import { ANY_TICKET, knownWord, markWord, workedWord } from './searchable.ts'
import { isUnspaced, searchWordsOf, signsOf } from './words-of.ts'

/** A ticket has one of these words, or one that begins so. */
export type Term = { readonly words: readonly string[]; readonly beginnings: readonly string[] }

/** What the knowledge's titles say for a word: ids of symptoms and fixes, and fixes that count only where they worked. */
export type Meant = { readonly known: readonly string[]; readonly worked: readonly string[] }
export type MeantBy = Readonly<Record<string, Meant>>

/** More is pasted by mistake. */
const LONGEST_SEARCH = 200
const MOST_TERMS = 10
/** From so many digits on, groups of them are one number that is written with blanks. */
const ONE_NUMBER = 5

/** Digits with the signs that people write between them. */
const NUMBER = /^\+?\p{Nd}[\p{Nd}\s().-]*$/u
const TICKET_NUMBER = /^t[\s-]*(\p{Nd}{1,9})$/u
/** Fewer digits of a ticket's number are the beginning of one that is still being typed. */
const NUMBER_DIGITS = 4

const ticketNumbers = (digits: string): Term => {
  if (digits.length > 9) return { words: [], beginnings: [] }
  const padded = `t${digits.replace(/^0+(?=.)/u, '').padStart(NUMBER_DIGITS, '0')}`
  return { words: [padded], beginnings: digits.length < NUMBER_DIGITS ? [`t${digits}`] : [] }
}

const numberTerm = (text: string): Term => {
  const digits = digitsOf(text)
  const { words, beginnings } = ticketNumbers(digits)
  // One figure is a model ("Redmi 9") or a ticket, not the beginning of every third phone number.
  if (digits.length === 1) return { words: [...words, digits], beginnings }
  return { words, beginnings: [...new Set([...beginnings, digits, ...numberBeginnings(text)])] }
}

const wordTerm = (word: string): Term => {
  if (/^\d+$/u.test(word)) return numberTerm(word)
  // The end of a serial has figures in it; a word of letters alone is hardly ever one.
  const ends = /\d/u.test(word) && /^[a-z\d]{3,}$/u.test(word)
  return { words: [], beginnings: [word, ...(ends ? [`<${Array.from(word).toReversed().join('')}`] : [])] }
}

const withMeant = (term: Term, meant: Meant | undefined): Term =>
  meant === undefined
    ? term
    : { ...term, words: [...term.words, ...meant.known.map(knownWord), ...meant.worked.map(workedWord)] }

/** The words of a search, each as it stands in `MeantBy`. */
export const typedWords = (search: string): readonly string[] => {
  const typed = searchWordsOf(search.slice(0, LONGEST_SEARCH)).map(({ word }) => word)
  // Of two neighbours without a blank the last one alone is there only as the end of the first.
  const words = typed.filter((word, index) => {
    const before = typed[index - 1]
    return (
      before === undefined || !(isUnspaced(word) && Array.from(word).length === 1 && before.endsWith(word))
    )
  })
  return [...new Set(words)].slice(0, MOST_TERMS)
}

/** What all has to be there, of what was typed; null: nothing can be found by it. */
export const termsOf = (search: string, meant: MeantBy = {}): readonly Term[] | null => {
  const trimmed = search.slice(0, LONGEST_SEARCH).trim()
  if (trimmed === '') return []
  const number = TICKET_NUMBER.exec(searchForm(trimmed))?.[1]
  if (number !== undefined) {
    const digits = digitsOf(number)
    const { words, beginnings } = ticketNumbers(digits)
    // Written in one, it may be the beginning of a name or of a model, too.
    const compact = /^t\p{Nd}/iu.test(trimmed) ? [`t${digits}`] : []
    return [{ words, beginnings: [...new Set([...beginnings, ...compact])] }]
  }
  const words = typedWords(trimmed)
  if (words.length === 0) {
    // Beside words a sign is only how they were written.
    const signs = [...new Set(signsOf(trimmed))].slice(0, MOST_TERMS)
    return signs.length === 0 ? null : signs.map((sign) => ({ words: [sign], beginnings: [] }))
  }
  if (NUMBER.test(trimmed) && (words.length === 1 || digitsOf(trimmed).length >= ONE_NUMBER))
    return [withMeant(numberTerm(trimmed), meant[words[0] ?? ''])]
  return words.map((word) => withMeant(wordTerm(word), meant[word]))
}

export const markTerm = (mark: string): Term => ({ words: [markWord(mark)], beginnings: [] })
export const ANY: Term = { words: [ANY_TICKET], beginnings: [] }
