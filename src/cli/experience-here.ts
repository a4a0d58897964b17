import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Answer } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { NO_EXPERIENCE, type Experience } from '../core/learning/experience.ts'
import type { Say } from '../core/words/index.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import type { Store } from '../storage/store.ts'
import { learnSince, type LearnSince } from '../usecases/learning.ts'
import { shopExperience, type ShopExperience } from '../usecases/shop-experience.ts'
import { startingKnowledge, type StartingKnowledge } from '../usecases/starting-knowledge.ts'
import { dataFolderOf } from './record.ts'
import type { Line } from './words.ts'

/** What a record has learnt, looked at once. */
export const lookedAt = async (
  store: Store,
  known: Knowledge,
  say: Say,
): Promise<
  Answer<{
    readonly since: LearnSince
    readonly starting: StartingKnowledge
    readonly experience: ShopExperience
  }>
> => {
  const since = await learnSince(store)
  const starting = await startingKnowledge(store, () => known, say)
  const experience = shopExperience({ store, knowledge: starting.knowledge, since: since.now })
  const looked = await experience.look()
  return looked.ok ? done({ since, starting, experience }) : looked
}

/** What the record that is named makes of what is known; a question that names no record is answered the same everywhere. */
export const experienceHere = async (
  line: Line,
  known: Knowledge,
  say: Say,
): Promise<Answer<{ readonly knowledge: Knowledge; readonly experience: Experience }>> => {
  const folder = dataFolderOf(line)
  if (line.values.data === undefined || !existsSync(join(folder, RECORD_FILE)))
    return done({ knowledge: known, experience: NO_EXPERIENCE })
  const store = await openSqliteStore(folder)
  if (!store.ok) return store
  try {
    const looked = await lookedAt(store.value, known, say)
    if (!looked.ok) return looked
    const { starting, experience } = looked.value
    return done({ knowledge: starting.knowledge(), experience: experience.now() })
  } finally {
    await store.value.close()
  }
}
