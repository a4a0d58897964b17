import { fold } from '../../../../core/hearing/fold.ts'

const wordsOf = (text: string): readonly string[] => fold(text).split(/\s+/u)

/** Shorter ones begin too many words. */
const SHORTEST_STEM = 3

const isBegun = (word: string, stems: readonly string[]): boolean =>
  stems.some((stem) => stem.length >= SHORTEST_STEM && word.startsWith(stem))

/**
 * Whether every word typed occurs somewhere in the texts, however it is written: accents and capitals do not count, and
 * "парол*" in a text is the beginning of many words.
 */
export const hasWords = (typed: string, texts: readonly string[]): boolean => {
  const all = fold(texts.join(' '))
  const stems = all.split(' ').flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1)] : []))
  return wordsOf(typed).every((word) => all.includes(word) || isBegun(word, stems))
}
