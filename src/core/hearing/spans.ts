import type { Listener } from './listener.ts'
import type { Word } from './words-of.ts'

/** Where a place of a phrase is filled: word numbers, in the order of their beginnings. */
export type Spans = { readonly starts: number[]; readonly ends: number[] }

/** What a word may be, and the places of phrases that begin with it: the items that must follow, and where they count. */
type Meaning = {
  readonly items: readonly number[]
  readonly openings: readonly { readonly rest: readonly number[]; readonly places: readonly number[] }[]
}

const meaningOf = (plain: string, { lexicon, wordings, placesOf }: Listener): Meaning => {
  const items = lexicon.itemsOf(plain)
  const openings = items.flatMap((item) =>
    (wordings.get(item) ?? []).map(({ rest, choice }) => ({ rest, places: placesOf[choice] ?? [] })),
  )
  return { items, openings }
}

/** Goes through the words once and notes which places each of them fills. */
export const spansOf = (words: readonly Word[], listener: Listener): readonly (Spans | undefined)[] => {
  // People repeat themselves: each different word is looked up once.
  const known = new Map<string, Meaning>()
  const meanings = words.map(({ plain }) => {
    const before = known.get(plain)
    if (before !== undefined) return before
    const meaning = meaningOf(plain, listener)
    known.set(plain, meaning)
    return meaning
  })
  const spans: (Spans | undefined)[] = Array.from({ length: listener.placeCount })

  const note = (place: number, start: number, end: number): void => {
    const before = spans[place]
    if (before === undefined) {
      spans[place] = { starts: [start], ends: [end] }
      return
    }
    const last = before.starts.length - 1
    if (before.starts[last] !== start) {
      before.starts.push(start)
      before.ends.push(end)
    } else if ((before.ends[last] ?? 0) < end) before.ends[last] = end
  }

  const stands = (rest: readonly number[], from: number): boolean => {
    let at = from
    for (const item of rest) {
      at += 1
      if (words[at]?.sentence !== words[from]?.sentence || !meanings[at]?.items.includes(item)) return false
    }
    return true
  }

  for (let start = 0; start < words.length; start += 1)
    for (const { rest, places } of meanings[start]?.openings ?? [])
      if (stands(rest, start)) for (const place of places) note(place, start, start + rest.length)
  return spans
}
