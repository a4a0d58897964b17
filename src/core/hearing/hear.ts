import type { Knowledge } from '../knowledge/knowledge.ts'
import { findPhrase, type Found } from './find-phrase.ts'
import { listenersFor } from './listener.ts'
import { fillPlaces } from './spans.ts'
import { wordsOf } from './words-of.ts'

export type Heard = { readonly symptom: string; readonly words: string }

/** Longest text that is listened to: a pasted chat, not a book. */
const LONGEST = 20_000

/** So many texts are kept in mind: the tickets that are worked on at a counter. */
const MOST_KEPT = 16
const heardBefore = new WeakMap<Knowledge, Map<string, readonly Heard[]>>()

const heardIn = (said: string, knowledge: Knowledge): readonly Heard[] => {
  const text = said.slice(0, LONGEST)
  const words = wordsOf(text)
  if (words.length === 0) return []
  const best = new Map<string, Found>()
  for (const listener of listenersFor(text, knowledge)) {
    const filled = fillPlaces(words, listener)
    for (const phrase of listener.phrases) {
      const found = findPhrase(phrase, words, filled, listener)
      const known = best.get(phrase.symptom)
      // The longest match says most about why.
      if (found !== null && (known === undefined || found.end - found.start > known.end - known.start))
        best.set(phrase.symptom, found)
    }
  }
  const isClear = knowledge.symptoms.some(({ id, kind }) => kind === 'clear' && best.has(id))
  if (isClear) for (const { id, kind } of knowledge.symptoms) if (kind === 'topic') best.delete(id)
  return [...best]
    .toSorted(([, one], [, other]) => one.start - other.start)
    .map(([symptom, { start, end }]) => ({ symptom, words: text.slice(start, end) }))
}

/**
 * The symptoms in the customer's words, each with the words that were matched, in the order they were said. All
 * languages at once: customers mix them, and the phone's is not the workstation's.
 * A ticket is judged anew with every reading that comes, and its words are the same each time.
 */
export const hear = (said: string, knowledge: Knowledge): readonly Heard[] => {
  const kept = heardBefore.get(knowledge) ?? new Map<string, readonly Heard[]>()
  heardBefore.set(knowledge, kept)
  const known = kept.get(said)
  if (known) return known
  const heard = heardIn(said, knowledge)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(said, heard)
  return heard
}
