import type { Knowledge } from './knowledge.ts'
import type { Check, Fix, Symptom } from './schema.ts'

type Named = { readonly id: string; readonly covers: readonly string[] }

/** By the own id ("clock-wrong") or by a fact id that the record covers ("CA22"). */
const find = <T extends Named>(records: readonly T[], id: string): T | undefined =>
  records.find((record) => record.id === id) ?? records.find((record) => record.covers.includes(id))

export const findSymptom = (knowledge: Knowledge, id: string): Symptom | undefined =>
  find(knowledge.symptoms, id)
export const findCheck = (knowledge: Knowledge, id: string): Check | undefined => find(knowledge.checks, id)
export const findFix = (knowledge: Knowledge, id: string): Fix | undefined => find(knowledge.fixes, id)

/** The id by which the outside names a record: the fact id where there is one. */
export const publicId = (record: Named): string => record.covers[0] ?? record.id
