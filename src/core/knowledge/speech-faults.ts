import { conceptsIn } from '../hearing/phrase.ts'
import type { Knowledge } from './knowledge.ts'

/** The languages that customers are understood in: Hindi in both its scripts. */
export const SPOKEN = ['en', 'hi', 'hi-Latn', 'zh', 'es', 'id', 'ru'] as const

/** What is wrong with the words that are listened for. */
export const speechFaults = ({ symptoms, speech, codes }: Knowledge): readonly string[] => {
  const ids = new Set(symptoms.map(({ id }) => id))
  const byCode = new Set(codes.flatMap(({ symptom }) => symptom ?? []))
  const languages = speech.map(({ language }) => language)
  return [
    ...SPOKEN.filter((language) => !languages.includes(language)).map(
      (language) => `nothing is said in the language “${language}”`,
    ),
    ...languages
      .filter((language, index) => languages.indexOf(language) !== index)
      .map((language) => `the language “${language}” is there twice`),
    ...speech.flatMap(({ language, concepts, phrases }) => {
      const used = Object.values(phrases).flat().flatMap(conceptsIn)
      return [
        ...Object.keys(phrases)
          .filter((id) => !ids.has(id))
          .map((id) => `there are phrases in “${language}” for the symptom “${id}”, which there is not`),
        ...symptoms
          .filter(({ id }) => !Object.hasOwn(phrases, id) && !byCode.has(id))
          .map(({ id }) => `the symptom “${id}” has no phrases in the language “${language}”`),
        ...[...new Set(used)]
          .filter((name) => !Object.hasOwn(concepts, name))
          .map((name) => `a phrase in “${language}” names “<${name}>”, which there is not`),
        ...Object.keys(concepts)
          .filter((name) => !used.includes(name))
          .map((name) => `no phrase in “${language}” uses “<${name}>”`),
      ]
    }),
  ]
}
