import type { CompiledPhrase, Listener } from './listener.ts'
import type { Filled, Spans } from './spans.ts'
import type { Word } from './words-of.ts'

/** Where it stands in the text. */
export type Found = { readonly start: number; readonly end: number }

/** How many words before a phrase a "not" reaches: "not the password"; "I do not use any kind of VPN". */
const REACH_BEFORE = 2
const REACH_BEFORE_IN_USE = 4
/** How many words after it one is looked for. */
const REACH_AFTER = 2

/** The first span that begins at `from` or later. */
const firstFrom = (starts: readonly number[], from: number): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

const isNegated = (
  taken: readonly (readonly [number, number])[],
  phrase: CompiledPhrase,
  words: readonly Word[],
  { negators, breaks }: Listener,
): boolean => {
  const [first = 0] = taken[0] ?? []
  const last = taken.at(-1)?.[1] ?? 0
  const says = (at: number): string => words[at]?.plain ?? ''
  const clause = words[first]?.clause
  const reach = phrase.inUse ? REACH_BEFORE_IN_USE : REACH_BEFORE
  // "Code does not come" says itself what is not so; a "not" beside it turns nothing round.
  for (const [from, to] of taken)
    for (let at = from; at <= to; at += 1) if (negators.has(says(at))) return false
  for (let at = first - 1; at >= first - reach; at -= 1) {
    if (words[at]?.clause !== clause || breaks.has(says(at))) break
    if (negators.has(says(at))) return true
  }
  for (let index = 1; index < taken.length; index += 1)
    for (let at = (taken[index - 1]?.[1] ?? 0) + 1; at < (taken[index]?.[0] ?? 0); at += 1)
      if (negators.has(says(at))) return true
  for (let at = last + 1; at <= last + REACH_AFTER; at += 1) {
    if (words[at]?.sentence !== words[last]?.sentence || breaks.has(says(at))) break
    if (phrase.deniedAfter.has(says(at))) return true
  }
  return false
}

/** What was said this often need not be looked at again. */
const MOST_STARTS = 300

/** The words that the phrase takes from this beginning on, at each place the nearest that fit; null: it does not stand here. */
const takenFrom = (
  index: number,
  { gaps }: CompiledPhrase,
  places: readonly Spans[],
): readonly (readonly [number, number])[] | null => {
  const taken: (readonly [number, number])[] = []
  let end = 0
  for (const [each, { starts, ends }] of places.entries()) {
    const next = each === 0 ? index : firstFrom(starts, end + 1)
    const from = starts[next]
    if (from === undefined || (each > 0 && from > end + 1 + (gaps[each] ?? 0))) return null
    end = ends[next] ?? from
    taken.push([from, end])
  }
  return taken
}

/** Where the phrase stands, at its longest. */
export const findPhrase = (
  phrase: CompiledPhrase,
  words: readonly Word[],
  filled: Filled,
  listener: Listener,
): Found | null => {
  if (!phrase.places.every(filled.has)) return null
  const places = phrase.places.map(filled.at)
  const starts = Math.min(places[0]?.starts.length ?? 0, MOST_STARTS)
  let best: Found | null = null
  for (let index = 0; index < starts; index += 1) {
    const taken = takenFrom(index, phrase, places)
    const first = words[taken?.[0]?.[0] ?? -1]
    const last = words[taken?.at(-1)?.[1] ?? -1]
    if (taken === null || first === undefined || last === undefined) continue
    if (first.sentence !== last.sentence) continue
    if (best !== null && last.end - first.start <= best.end - best.start) continue
    if (!isNegated(taken, phrase, words, listener)) best = { start: first.start, end: last.end }
  }
  return best
}
