import type { Knowledge } from './knowledge.ts'
import type { Code } from './schema.ts'

/** What a number on the screen may mean: one meaning for each service that knows it. */
export type FoundCode = {
  readonly code: string
  readonly meanings: readonly Code[]
  /** Several services give it different meanings; which one speaks is not known from the number. */
  readonly ambiguous: boolean
}

/** Nothing is made up for a number that nobody knows: it comes back without a meaning. */
export const findCode = (knowledge: Knowledge, code: string): FoundCode => {
  const meanings = knowledge.codes.filter((each) => each.code === code)
  return { code, meanings, ambiguous: meanings.length > 1 }
}
