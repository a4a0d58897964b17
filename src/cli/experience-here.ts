import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Answer } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { NO_EXPERIENCE, type Experience } from '../core/learning/experience.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import { shopExperience } from '../usecases/shop-experience.ts'
import { dataFolderOf } from './record.ts'
import type { Line } from './words.ts'

/** What the tickets of the record that is named have taught; a question that names no record is answered the same everywhere. */
export const experienceHere = async (line: Line, knowledge: Knowledge): Promise<Answer<Experience>> => {
  const folder = dataFolderOf(line)
  if (line.values.data === undefined || !existsSync(join(folder, RECORD_FILE))) return done(NO_EXPERIENCE)
  const store = await openSqliteStore(folder)
  if (!store.ok) return store
  try {
    const experience = shopExperience({ store: store.value, knowledge: () => knowledge })
    const looked = await experience.look()
    return looked.ok ? done(experience.now()) : looked
  } finally {
    await store.value.close()
  }
}
