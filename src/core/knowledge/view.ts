import type { Language } from '../words/index.ts'
import type { Knowledge } from './knowledge.ts'
import { saidWords } from './said-words.ts'
import type { Advice, Cause, Check, Fix, Warning } from './schema.ts'
import { stepsIn, textIn } from './text.ts'

/** The knowledge base as it is browsed, in one language. */
export type BrowsedKnowledge = {
  readonly version: string
  readonly symptoms: readonly {
    readonly id: string
    readonly covers: readonly string[]
    readonly title: string
    /** Only a word that shows what is spoken of: heard, and nothing to tick. */
    readonly isTopic: boolean
    /** The words of all the phrases that it is heard by, in every language: what it is found by. "парол*" is the beginning of one. */
    readonly said: string
  }[]
  readonly causes: readonly {
    readonly id: string
    readonly covers: readonly string[]
    readonly title: string
    readonly about: string
    readonly trust: string
    /** Ids of the fixes that may remove it, the surest first. */
    readonly fixes: readonly string[]
    /** Ids of the symptoms that tell most of it, the strongest first. */
    readonly symptoms: readonly string[]
  }[]
  readonly fixes: readonly BrowsedStep[]
  readonly checks: readonly BrowsedStep[]
  readonly codes: readonly {
    readonly id: string
    readonly code: string
    readonly service: string
    readonly meaning: string
    readonly advice: string | null
  }[]
  readonly advice: readonly BrowsedNote[]
  /** What people read elsewhere and should not follow. */
  readonly warnings: readonly BrowsedNote[]
  readonly packages: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly effect: string
    readonly matters: string
  }[]
}
export type BrowsedNote = {
  readonly id: string
  readonly covers: readonly string[]
  readonly title: string
  readonly text: string
}
export type BrowsedStep = {
  readonly id: string
  readonly covers: readonly string[]
  readonly title: string
  readonly minutes: number
  readonly steps: readonly string[]
  readonly caution: string | null
  readonly losesData: boolean
}

const browsed = (step: Check | Fix, language: Language): BrowsedStep => ({
  id: step.id,
  covers: step.covers,
  title: textIn(step.title, language),
  minutes: step.minutes,
  steps: stepsIn(step.steps, language, null),
  caution: step.caution === undefined ? null : textIn(step.caution, language),
  losesData: 'risk' in step && step.risk === 'loss',
})

const noted = ({ id, covers, title, text }: Advice | Warning, language: Language): BrowsedNote => ({
  id,
  covers,
  title: textIn(title, language),
  text: textIn(text, language),
})

/** So much likelier with the cause than without it that it says something. */
const TELLING = 4
const MOST_TELLING = 5

const tellingOf = (cause: Pick<Cause, 'shows'>, leaks: ReadonlyMap<string, number>): readonly string[] =>
  Object.entries(cause.shows)
    .flatMap(([item, chance]) => {
      const leak = leaks.get(item)
      return leak === undefined ? [] : [{ id: item.slice('symptom:'.length), chance, ratio: chance / leak }]
    })
    .filter(({ ratio }) => ratio >= TELLING)
    .toSorted((one, other) => other.chance - one.chance)
    .slice(0, MOST_TELLING)
    .map(({ id }) => id)

const leaksOf = ({ symptoms }: Knowledge): ReadonlyMap<string, number> =>
  new Map(symptoms.map(({ id, leak }) => [`symptom:${id}`, leak]))

export const knowledgeView = (knowledge: Knowledge, language: Language): BrowsedKnowledge => {
  const leaks = leaksOf(knowledge)
  return {
    version: knowledge.version,
    symptoms: knowledge.symptoms.map(({ id, covers, title, kind }) => ({
      id,
      covers,
      title: textIn(title, language),
      isTopic: kind === 'topic',
      said: saidWords(id, knowledge.speech),
    })),
    causes: knowledge.causes.map(({ id, covers, title, about, trust, ...cause }) => ({
      id,
      covers,
      title: textIn(title, language),
      about: textIn(about, language),
      trust,
      fixes: knowledge.fixes
        .filter((fix) => fix.fixes[id] !== undefined)
        .toSorted((one, other) => (other.fixes[id] ?? 0) - (one.fixes[id] ?? 0))
        .map((fix) => fix.id),
      symptoms: tellingOf(cause, leaks),
    })),
    fixes: knowledge.fixes.map((fix) => browsed(fix, language)),
    checks: knowledge.checks.map((check) => browsed(check, language)),
    codes: knowledge.codes.map(({ id, code, service, meaning, advice }) => ({
      id,
      code,
      service,
      meaning: textIn(meaning, language),
      advice: advice === undefined ? null : textIn(advice, language),
    })),
    advice: knowledge.advice.map((each) => noted(each, language)),
    warnings: knowledge.warnings.map((each) => noted(each, language)),
    packages: knowledge.packages.map(({ id, name, title, effect, matters }) => ({
      id,
      name,
      title: textIn(title, language),
      effect: textIn(effect, language),
      matters,
    })),
  }
}
