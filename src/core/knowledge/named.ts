import type { Knowledge } from './knowledge.ts'
import { questionsOf } from './predicate.ts'

const PREFIX = 'package.'

/** Hosts that a sign asks about: what an inspection has to try. */
export const namedHosts = (knowledge: Knowledge): readonly string[] => [
  ...new Set(
    knowledge.signs
      .flatMap(({ when }) => questionsOf(when))
      .flatMap((question) => ('hosts' in question ? question.hosts : [])),
  ),
]

/** Packages that a sign asks about. */
export const namedPackages = (knowledge: Knowledge): readonly string[] => [
  ...new Set(
    knowledge.signs
      .flatMap(({ when }) => questionsOf(when))
      .filter(({ reading }) => reading.startsWith(PREFIX))
      .map(({ reading }) => reading.slice(PREFIX.length)),
  ),
]
