import type { Knowledge } from '../knowledge/knowledge.ts'
import { textsIn } from '../knowledge/text.ts'
import type { Language } from '../words/index.ts'
import { fits, readPhrase, type Phrase } from './phrase.ts'
import { wordsOf } from './words-of.ts'

export type Heard = { readonly symptom: string; readonly words: string }

const phrases = new Map<string, Phrase>()

const phraseOf = (text: string): Phrase => {
  const known = phrases.get(text)
  if (known !== undefined) return known
  const phrase = readPhrase(text)
  phrases.set(text, phrase)
  return phrase
}

/** Longest text that is listened to: a pasted chat, not a book. */
const LONGEST = 4000

/** The symptoms in the customer's words, each with the words that were matched, in the order they were said. */
export const hear = (said: string, knowledge: Knowledge, language: Language): readonly Heard[] => {
  const text = said.slice(0, LONGEST)
  const words = wordsOf(text)
  const negators = new Set(textsIn(knowledge.negators, language))
  return knowledge.symptoms
    .flatMap((symptom) => {
      const found = textsIn(symptom.phrases, language)
        .flatMap((phrase) => fits(phraseOf(phrase), words, negators))
        // The longest match says most about why.
        .toSorted((one, other) => other.end - other.start - (one.end - one.start))
      const [best] = found
      return best === undefined ? [] : [{ symptom: symptom.id, start: best.start, end: best.end }]
    })
    .toSorted((one, other) => one.start - other.start)
    .map(({ symptom, start, end }) => ({ symptom, words: text.slice(start, end) }))
}
