import type { Knowledge } from '../knowledge/knowledge.ts'
import { codeMeaning } from './code-meaning.ts'
import { keyOf, type Observation } from './observation.ts'

export type SymptomInLog = { readonly symptom: string; readonly seen: Observation }

const nameOf = (seen: Observation): string =>
  seen.kind === 'code' ? (seen.code === 0 ? '' : `${seen.service}:*`) : keyOf(seen)

/**
 * The symptoms that mean the same as what a phone's log said, each once, with what was seen of it last. A code that
 * the knowledge does not have means nothing here.
 */
export const symptomsInLog = (
  logged: readonly Observation[],
  knowledge: Knowledge,
): readonly SymptomInLog[] =>
  knowledge.symptoms.flatMap(({ id, logged: means = [] }) => {
    const seen = logged.findLast(
      (each) => means.some((one) => one === nameOf(each)) || codeMeaning(each, knowledge)?.symptom === id,
    )
    return seen === undefined ? [] : [{ symptom: id, seen }]
  })
