import { fold } from '../hearing/fold.ts'
import { conceptsIn } from '../hearing/phrase.ts'
import type { Speech } from './schema.ts'

/** The signs of a phrase that are no words; see hearing/phrase.ts. */
const SIGNS = /<[^<>]*>|[|_.…]+/gu

const wordsIn = (phrase: string, concepts: Speech['concepts']): readonly string[] =>
  [phrase, ...conceptsIn(phrase).flatMap((name) => concepts[name] ?? [])].flatMap((text) =>
    text.replaceAll(SIGNS, ' ').split(/\s+/u),
  )

/** Every word by which a symptom is heard, in every language, folded and once; "парол*" is the beginning of one. */
export const saidWords = (symptom: string, speech: readonly Speech[]): string => {
  const words = speech.flatMap(({ phrases, concepts }) =>
    (phrases[symptom] ?? []).flatMap((phrase) => wordsIn(phrase, concepts)),
  )
  return [...new Set(words.map(fold))].filter((word) => word !== '').join(' ')
}
