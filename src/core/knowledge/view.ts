import type { Language } from '../words/index.ts'
import type { Knowledge } from './knowledge.ts'
import type { Check, Fix } from './schema.ts'
import { stepsIn, textIn } from './text.ts'

/** The knowledge base as it is browsed, in one language. */
export type BrowsedKnowledge = {
  readonly version: string
  readonly symptoms: readonly {
    readonly id: string
    readonly covers: readonly string[]
    readonly title: string
  }[]
  readonly causes: readonly {
    readonly id: string
    readonly covers: readonly string[]
    readonly title: string
    readonly about: string
    readonly trust: string
    /** Ids of the fixes that may remove it, the surest first. */
    readonly fixes: readonly string[]
  }[]
  readonly fixes: readonly BrowsedStep[]
  readonly checks: readonly BrowsedStep[]
}
export type BrowsedStep = {
  readonly id: string
  readonly covers: readonly string[]
  readonly title: string
  readonly minutes: number
  readonly steps: readonly string[]
  readonly caution: string | null
}

const browsed = (step: Check | Fix, language: Language): BrowsedStep => ({
  id: step.id,
  covers: step.covers,
  title: textIn(step.title, language),
  minutes: step.minutes,
  steps: stepsIn(step.steps, language, null),
  caution: step.caution === undefined ? null : textIn(step.caution, language),
})

export const knowledgeView = (knowledge: Knowledge, language: Language): BrowsedKnowledge => ({
  version: knowledge.version,
  symptoms: knowledge.symptoms.map(({ id, covers, title }) => ({
    id,
    covers,
    title: textIn(title, language),
  })),
  causes: knowledge.causes.map(({ id, covers, title, about, trust }) => ({
    id,
    covers,
    title: textIn(title, language),
    about: textIn(about, language),
    trust,
    fixes: knowledge.fixes
      .filter((fix) => fix.fixes[id] !== undefined)
      .toSorted((one, other) => (other.fixes[id] ?? 0) - (one.fixes[id] ?? 0))
      .map((fix) => fix.id),
  })),
  fixes: knowledge.fixes.map((fix) => browsed(fix, language)),
  checks: knowledge.checks.map((check) => browsed(check, language)),
})
