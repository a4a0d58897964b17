import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Answer } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import type { Say } from '../core/words/index.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import { ownKnowledge, type OwnKnowledge } from '../usecases/own-knowledge.ts'
import { dataFolderOf } from './record.ts'
import type { Line } from './words.ts'

export const withOwn = async <T>(
  line: Line,
  say: Say,
  work: (own: OwnKnowledge) => Promise<Answer<T>>,
): Promise<Answer<T>> => {
  const store = await openSqliteStore(dataFolderOf(line))
  if (!store.ok) return store
  try {
    return await work(await ownKnowledge(store.value, SHIPPED, say))
  } finally {
    await store.value.close()
  }
}

/** What is known at this counter; no record is made for asking. */
export const knowledgeHere = async (line: Line, say: Say): Promise<Answer<Knowledge>> =>
  existsSync(join(dataFolderOf(line), RECORD_FILE))
    ? withOwn(line, say, async (own) => done(own.knowledge()))
    : done(SHIPPED)
