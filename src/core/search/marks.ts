import { digitsOf, PLAINLY_WRITTEN, searchForm } from './search-form.ts'
import { typedWords } from './question.ts'
import { searchWordsOf, type SearchWord } from './words-of.ts'

/** A stretch of a text; marked: it is what was looked for. */
export type Stretch = { readonly text: string; readonly marked: boolean }

type Range = { readonly start: number; readonly end: number }

/** As much of a word as was typed; in its search form it may be longer or shorter than as it is written. */
const beginningOf = (text: string, { start, end }: Range, typed: string): Range => {
  for (let to = start + 1; to < end; to += 1)
    if (searchForm(text.slice(start, to)).length >= typed.length) return { start, end: to }
  return { start, end }
}

const CODE = /[\p{L}\p{N}][\p{L}\p{N}\s()./+-]*/gu

const figures = (text: string): number => text.match(/\p{N}/gu)?.length ?? 0

/** Hardly any text has it, and most can be told so without taking them apart. */
const mayHave = (text: string, typed: string): boolean =>
  PLAINLY_WRITTEN.test(text)
    ? text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/gu, '')
        .includes(typed)
    : figures(text) >= figures(typed)

/** Where digits or the signs of a serial stand, whatever is written between them. */
const codeRanges = (text: string, typed: string): readonly Range[] => {
  if (!mayHave(text, typed)) return []
  return [...text.matchAll(CODE)].flatMap(({ 0: code, index }) => {
    const signs = [...code.matchAll(/[\p{L}\p{N}]/gu)]
    const plain = signs.map(([sign]) => searchForm(sign).slice(0, 1)).join('')
    const at = plain.indexOf(typed)
    const [first, last] = [signs[at], signs[at + typed.length - 1]]
    return at >= 0 && first && last
      ? [{ start: index + first.index, end: index + last.index + last[0].length }]
      : []
  })
}

type Asked = {
  readonly search: string
  readonly words: readonly string[]
  /** Digits, or the signs of a serial. */
  readonly codes: readonly string[]
}

let last: Asked = { search: '', words: [], codes: [] }

/** A page of lines is marked by one search. */
const asked = (search: string): Asked => {
  if (last.search === search) return last
  const words = typedWords(search)
  const digits = digitsOf(search)
  const isNumber = /^[+\p{Nd}][\p{Nd}\s().-]*$/u.test(search.trim())
  const codes = isNumber ? [digits, digits.replace(/^0+/u, ''), digits.slice(-9)] : words
  last = { search, words, codes: codes.filter((code) => code.length >= 3 && /\d/u.test(code)) }
  return last
}

/** So many texts are kept: the titles that half of the lines have, and what is shown again at the next key. */
const MOST_KEPT = 400
const kept = new Map<string, readonly SearchWord[]>()

const wordsIn = (text: string): readonly SearchWord[] => {
  const known = kept.get(text)
  if (known) return known
  const words = searchWordsOf(text)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(text, words)
  return words
}

const rangesIn = (text: string, search: string): readonly Range[] => {
  const { words, codes } = asked(search)
  const ranges: Range[] = []
  for (const word of wordsIn(text)) {
    const best = words
      .filter((each) => word.word.startsWith(each))
      .toSorted((one, other) => other.length - one.length)[0]
    if (best !== undefined) ranges.push(beginningOf(text, word, best))
  }
  for (const code of codes) ranges.push(...codeRanges(text, code))
  return ranges.toSorted((one, other) => one.start - other.start)
}

/** A text with what was looked for told apart from the rest. */
export const marked = (text: string, search: string): readonly Stretch[] => {
  if (search.trim() === '') return [{ text, marked: false }]
  const stretches: Stretch[] = []
  let at = 0
  const add = (end: number, isMarked: boolean): void => {
    if (end <= at) return
    const before = stretches.at(-1)
    if (before?.marked === isMarked)
      stretches.splice(-1, 1, { text: before.text + text.slice(at, end), marked: isMarked })
    else stretches.push({ text: text.slice(at, end), marked: isMarked })
    at = end
  }
  for (const { start, end } of rangesIn(text, search)) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return stretches
}

export const isMarked = (text: string, search: string): boolean =>
  search.trim() !== '' && rangesIn(text, search).length > 0
