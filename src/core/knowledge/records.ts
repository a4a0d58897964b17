import type { Knowledge } from './knowledge.ts'
import type { Texts } from './schema.ts'

/** What every record has, whatever its kind. */
export type AnyRecord = {
  readonly id: string
  readonly covers: readonly string[]
  readonly source: readonly string[]
  readonly trust: 'A' | 'B' | 'C'
}

/** Every record of the knowledge base by kind, in the order they are browsed. */
export const recordsOf = (knowledge: Knowledge): readonly (readonly [string, readonly AnyRecord[]])[] => [
  ['symptom', knowledge.symptoms],
  ['sign', knowledge.signs],
  ['cause', knowledge.causes],
  ['check', knowledge.checks],
  ['fix', knowledge.fixes],
  ['advice', knowledge.advice],
  ['warning', knowledge.warnings],
  ['code', knowledge.codes],
  ['package', knowledge.packages],
]

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'en') === 'string'

/** The words that name a record: its title, or what a sign or a code says. */
export const nameOf = (record: AnyRecord): string => {
  for (const field of ['title', 'text', 'meaning']) {
    const value: unknown = Reflect.get(record, field)
    if (isTexts(value)) return value.en
  }
  return record.id
}
