import type { CompiledWording, Listener } from './listener.ts'
import type { Word } from './words-of.ts'

/** Where something stands: word numbers, in the order of their beginnings, one for each beginning. */
export type Spans = { readonly starts: number[]; readonly ends: number[] }

/** What stands in a text, choice by choice; a place is put together when a phrase asks for it. */
export type Filled = {
  readonly has: (place: number) => boolean
  readonly at: (place: number) => Spans
}

type Meaning = { readonly items: readonly number[]; readonly openings: readonly CompiledWording[] }

const note = ({ starts, ends }: Spans, start: number, end: number): void => {
  const last = starts.length - 1
  if (starts[last] !== start) {
    starts.push(start)
    ends.push(end)
  } else if ((ends[last] ?? 0) < end) ends[last] = end
}

/** Goes through the words once and notes which choices stand where. */
const standing = (words: readonly Word[], { lexicon, wordings, choiceCount }: Listener) => {
  // People repeat themselves: each different word is looked up once.
  const known = new Map<string, Meaning>()
  const meanings = words.map(({ plain }) => {
    const before = known.get(plain)
    if (before !== undefined) return before
    const items = lexicon.itemsOf(plain)
    const meaning = { items, openings: items.flatMap((item) => wordings.get(item) ?? []) }
    known.set(plain, meaning)
    return meaning
  })
  const spans: (Spans | undefined)[] = Array.from({ length: choiceCount })

  const stands = (rest: readonly number[], from: number): boolean => {
    let at = from
    for (const item of rest) {
      at += 1
      if (words[at]?.sentence !== words[from]?.sentence || !meanings[at]?.items.includes(item)) return false
    }
    return true
  }

  for (let start = 0; start < words.length; start += 1)
    for (const { rest, choice } of meanings[start]?.openings ?? [])
      if (stands(rest, start)) note((spans[choice] ??= { starts: [], ends: [] }), start, start + rest.length)
  return spans
}

const together = (several: readonly Spans[]): Spans => {
  const [only] = several
  if (only !== undefined && several.length === 1) return only
  const all = several.flatMap(({ starts, ends }) =>
    starts.map((start, index) => [start, ends[index] ?? start] as const),
  )
  const merged: Spans = { starts: [], ends: [] }
  for (const [start, end] of all.toSorted(([one], [other]) => one - other)) note(merged, start, end)
  return merged
}

export const fillPlaces = (words: readonly Word[], listener: Listener): Filled => {
  const spans = standing(words, listener)
  const known = new Map<number, Spans>()
  const choices = (place: number): readonly number[] => listener.choicesOf[place] ?? []
  return {
    has: (place) => choices(place).some((choice) => spans[choice] !== undefined),
    at: (place) => {
      const before = known.get(place)
      if (before !== undefined) return before
      const filled = together(choices(place).flatMap((choice) => spans[choice] ?? []))
      known.set(place, filled)
      return filled
    },
  }
}
