import { cleanDeviceText } from '../device-text.ts'
import { hear, type Heard } from '../diagnosis/hear.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { LANGUAGES } from '../words/index.ts'

/** Words of one match that are kept. */
const LONGEST_WORDS = 160

/**
 * The known messages among the texts of a screen, each symptom once with the words that were matched, in their order.
 * In every language there are words for: the phone's is not the workstation's. Texts do not run into each other.
 */
export const hearScreen = (texts: readonly string[], knowledge: Knowledge): readonly Heard[] => {
  const found = new Map<string, Heard>()
  for (const text of texts)
    for (const language of LANGUAGES)
      for (const { symptom, words } of hear(text, knowledge, language))
        if (!found.has(symptom)) found.set(symptom, { symptom, words: cleanDeviceText(words, LONGEST_WORDS) })
  return [...found.values()]
}
