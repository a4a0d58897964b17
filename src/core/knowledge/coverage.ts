import type { Knowledge } from './knowledge.ts'
import { recordsOf } from './records.ts'

/** CA22, FX31: two capitals and two or three figures, wherever they stand in a fact table. */
const FACT = /\b[A-Z]{2}\d{2,3}\b/gu

export type Coverage = {
  readonly schema: 1
  readonly facts: number
  readonly covered: readonly string[]
  readonly uncovered: readonly string[]
  /** The records that cover each fact. */
  readonly by: Readonly<Record<string, readonly string[]>>
  /** Fact ids that records name and the tables do not. */
  readonly unknown: readonly string[]
}

export const factsIn = (text: string): readonly string[] => [...new Set(text.match(FACT) ?? [])].toSorted()

/** Which of the facts some record says, and which none does. */
export const coverageOf = (facts: readonly string[], knowledge: Knowledge): Coverage => {
  const by = new Map<string, string[]>()
  for (const [kind, records] of recordsOf(knowledge))
    for (const record of records)
      for (const fact of record.covers) by.set(fact, [...(by.get(fact) ?? []), `${kind}:${record.id}`])
  return {
    schema: 1,
    facts: facts.length,
    covered: facts.filter((fact) => by.has(fact)),
    uncovered: facts.filter((fact) => !by.has(fact)),
    by: Object.fromEntries(facts.flatMap((fact) => (by.has(fact) ? [[fact, by.get(fact) ?? []]] : []))),
    unknown: [...by.keys()].filter((fact) => !facts.includes(fact)).toSorted(),
  }
}
