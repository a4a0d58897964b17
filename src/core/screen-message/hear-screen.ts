import { cleanDeviceText } from '../device-text.ts'
import { hear, type Heard } from '../hearing/hear.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** Words of one match that are kept. */
const LONGEST_WORDS = 160

/**
 * The known messages among the texts of a screen, each symptom once with the words that were matched, in their order.
 * Texts do not run into each other. A word that only shows what somebody speaks of is no message.
 */
export const hearScreen = (texts: readonly string[], knowledge: Knowledge): readonly Heard[] => {
  const found = new Map<string, Heard>()
  const topics = new Set(knowledge.symptoms.filter(({ kind }) => kind === 'topic').map(({ id }) => id))
  for (const text of texts)
    for (const { symptom, words } of hear(text, knowledge))
      if (!found.has(symptom) && !topics.has(symptom))
        found.set(symptom, { symptom, words: cleanDeviceText(words, LONGEST_WORDS) })
  return [...found.values()]
}
