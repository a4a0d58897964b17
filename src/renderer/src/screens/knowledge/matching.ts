import type { KnowledgeView } from '../../../../contract/views.ts'
import type { BrowsedStep } from '../../../../core/knowledge/view.ts'
import { sayOr, say } from '../../words.ts'
import { hasWords } from './has-words.ts'

type Records<K extends keyof KnowledgeView> = KnowledgeView[K]

/** What holds all the words typed, kind by kind. */
export type Matching = {
  readonly causes: Records<'causes'>
  readonly fixes: Records<'fixes'>
  readonly checks: Records<'checks'>
  readonly symptoms: Records<'symptoms'>
  readonly codes: readonly (Records<'codes'>[number] & { readonly speaker: string })[]
  readonly advice: readonly (Records<'advice'>[number] & { readonly aside: string })[]
  readonly packages: Records<'packages'>
  readonly own: KnowledgeView['own']['records']
}

/** What is written in a record of the shop's own, without the names of its fields. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

/** A fix that removes a cause at all is listed with it; the surest few are what somebody looks for. */
const SUREST = 3

/**
 * Searches by what is written in a record and, as its trouble is spoken of in many languages, by the phrases that a
 * message is heard by: "пароль" finds the messages, the causes that show them most, and the surest fixes for those.
 */
export const matching = (knowledge: KnowledgeView, words: string): Matching => {
  const has = (...texts: readonly string[]): boolean => hasWords(words, texts)
  const symptoms = knowledge.symptoms.filter(({ title, said }) => has(title, said))
  const meant = new Set(words.trim() === '' ? [] : symptoms.map(({ id }) => id))
  const causes = knowledge.causes.filter(
    (cause) => has(cause.title, cause.about) || cause.symptoms.slice(0, 2).some((id) => meant.has(id)),
  )
  const helping = new Set(words.trim() === '' ? [] : causes.flatMap(({ fixes }) => fixes.slice(0, SUREST)))
  const step = ({ title, steps }: BrowsedStep): boolean => has(title, ...steps)
  return {
    causes,
    fixes: knowledge.fixes.filter((fix) => step(fix) || helping.has(fix.id)),
    checks: knowledge.checks.filter(step),
    symptoms,
    codes: knowledge.codes
      .map((code) => ({ ...code, speaker: sayOr(`screen.service.${code.service}`, code.service) }))
      .filter(({ code, meaning, advice, speaker }) => has(code, meaning, advice ?? '', speaker)),
    advice: [
      ...knowledge.warnings.map((each) => ({ ...each, aside: say('screen.knowledge.warning') })),
      ...knowledge.advice.map((each) => ({ ...each, aside: say('screen.knowledge.tell') })),
    ].filter(({ title, text, aside }) => has(title, text, aside)),
    packages: knowledge.packages.filter(({ name, title, effect }) => has(name, title, effect)),
    own: knowledge.own.records.filter((record) => has(...wordsIn(record))),
  }
}
