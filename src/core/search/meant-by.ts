import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../words/index.ts'
import { textIn } from '../knowledge/text.ts'
import type { Texts } from '../knowledge/schema.ts'
import { typedWords, type Meant, type MeantBy } from './question.ts'
import { searchWordsOf } from './words-of.ts'

/** A title that people read, and by what a ticket has it. */
type Titled = {
  readonly words: readonly string[]
  readonly ids: readonly string[]
  readonly kind: keyof Meant
}

/** A word that is in more titles tells nothing by itself, only together with another one. */
const TELLING = 16

const known = new WeakMap<Knowledge, ReadonlyMap<Language, readonly Titled[]>>()

/** Fixes that remove this cause before any other: where one of them worked, this was it. */
const fixesOf = ({ fixes }: Knowledge, cause: string): readonly string[] =>
  fixes
    .filter(({ fixes: removes }) => {
      const chance = removes[cause]
      return chance !== undefined && chance >= Math.max(...Object.values(removes))
    })
    .map(({ id }) => id)

const titlesIn = (knowledge: Knowledge, language: Language): readonly Titled[] => {
  const made = known.get(knowledge)?.get(language)
  if (made) return made
  const wordsOf = (title: Texts, covers: readonly string[]): readonly string[] => [
    ...new Set(searchWordsOf([textIn(title, language), ...covers].join('\n')).map(({ word }) => word)),
  ]
  const titles: readonly Titled[] = [
    ...[...knowledge.symptoms, ...knowledge.fixes].map(({ id, title, covers }): Titled => ({
      words: wordsOf(title, covers),
      ids: [id],
      kind: 'known',
    })),
    ...knowledge.causes.map(({ id, title, covers }): Titled => ({
      words: wordsOf(title, covers),
      ids: fixesOf(knowledge, id),
      kind: 'worked',
    })),
  ]
  known.set(knowledge, new Map([...(known.get(knowledge) ?? []), [language, titles]]))
  return titles
}

/**
 * What the words of a search say in the titles of symptoms, fixes and causes: a ticket holds only their ids, and what
 * they are called changes with the knowledge and the language.
 */
export const meantBy = (search: string, knowledge: Knowledge, language: Language): MeantBy => {
  const typed = typedWords(search)
  const titles = titlesIn(knowledge, language)
  const having = new Map(
    typed.map((word) => [word, titles.filter(({ words }) => words.some((each) => each.startsWith(word)))]),
  )
  const meant: Record<string, Meant> = {}
  for (const [word, all] of having) {
    const others = [...having].flatMap(([other, found]) => (other === word ? [] : found))
    const telling = all.length <= TELLING ? all : all.filter((title) => others.includes(title))
    const idsOf = (kind: keyof Meant): readonly string[] => [
      ...new Set(telling.flatMap((title) => (title.kind === kind ? title.ids : []))),
    ]
    if (telling.length > 0) meant[word] = { known: idsOf('known'), worked: idsOf('worked') }
  }
  return meant
}
