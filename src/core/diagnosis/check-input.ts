import { findCheck, findFix, findSymptom } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { DiagnosisInput } from './diagnosis.ts'

export type UnknownId = { readonly kind: 'symptom' | 'check' | 'fix'; readonly id: string }

/** The ids of a case that the knowledge base does not have; `diagnose` passes over them in silence. */
export const checkDiagnosisInput = (input: DiagnosisInput, knowledge: Knowledge): readonly UnknownId[] => [
  ...(input.symptoms ?? [])
    .filter((id) => findSymptom(knowledge, id) === undefined)
    .map((id) => ({ kind: 'symptom', id }) as const),
  ...Object.keys(input.checks ?? {})
    .filter((id) => findCheck(knowledge, id) === undefined)
    .map((id) => ({ kind: 'check', id }) as const),
  ...(input.attempts ?? [])
    .filter(({ fix }) => findFix(knowledge, fix) === undefined)
    .map(({ fix }) => ({ kind: 'fix', id: fix }) as const),
]
