import { allowance, alike, letters, mayBeAlike } from './alike.ts'
import type { Item } from './phrase.ts'

type Known = { readonly plain: string; readonly item: number; readonly letters: number }

/** The words that some phrase asks for, by number, and which of them a word that was said may be. */
export type Lexicon = {
  /** The number of an item; a new one gets the next. */
  readonly number: (item: Item) => number
  /** The items that this word is, typing errors allowed where nothing fits as it stands. */
  readonly itemsOf: (plain: string) => readonly number[]
}

const bucket = (plain: string, length: number): string => `${plain.charAt(0)}${length}`

export const newLexicon = (): Lexicon => {
  const numbers = new Map<string, number>()
  const whole = new Map<string, number>()
  /** Whole words by first letter and length, beginnings by first letter. */
  const byLength = new Map<string, Known[]>()
  const beginnings = new Map<string, Known[]>()

  const add = (map: Map<string, Known[]>, key: string, known: Known): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [known])
    else list.push(known)
  }

  const number = ({ plain, beginning }: Item): number => {
    const key = beginning ? `${plain}*` : plain
    const known = numbers.get(key)
    if (known !== undefined) return known
    const item = numbers.size
    numbers.set(key, item)
    const entry = { plain, item, letters: letters(plain) }
    if (beginning) add(beginnings, plain.charAt(0), entry)
    else {
      whole.set(plain, item)
      if (allowance(plain) > 0) add(byLength, bucket(plain, plain.length), entry)
    }
    return item
  }

  const mistyped = (plain: string): readonly number[] => {
    const allowed = allowance(plain)
    if (allowed === 0) return []
    const own = letters(plain)
    const found: number[] = []
    for (let length = plain.length - allowed; length <= plain.length + allowed; length += 1)
      for (const known of byLength.get(bucket(plain, length)) ?? [])
        if (mayBeAlike(own, known.letters, allowed) && alike(plain, known.plain)) found.push(known.item)
    for (const known of beginnings.get(plain.charAt(0)) ?? []) {
      const start = plain.slice(0, known.plain.length)
      if (mayBeAlike(letters(start), known.letters, 1) && alike(start, known.plain)) found.push(known.item)
    }
    return found
  }

  const itemsOf = (plain: string): readonly number[] => {
    const found: number[] = []
    const exact = whole.get(plain)
    if (exact !== undefined) found.push(exact)
    for (const known of beginnings.get(plain.charAt(0)) ?? [])
      if (plain.startsWith(known.plain)) found.push(known.item)
    return found.length > 0 ? found : mistyped(plain)
  }

  return { number, itemsOf }
}
