import type { Language } from '../words/index.ts'
import type { Knowledge } from './knowledge.ts'
import { textIn } from './text.ts'

/** The title of a cause, fix or check; its id where the knowledge no longer has it. */
export const titleIn = (knowledge: Knowledge, language: Language, id: string): string => {
  const record = [...knowledge.causes, ...knowledge.fixes, ...knowledge.checks].find((each) => each.id === id)
  return record === undefined ? id : textIn(record.title, language)
}
