import { speak, type Language, type Say } from '../words/index.ts'

const spoken = new Map<Language, Say>()

/** One voice a language: reading the ICU texts anew would cost more than the whole diagnosis. */
export const sayIn = (language: Language): Say => {
  const known = spoken.get(language)
  if (known !== undefined) return known
  const say = speak(language)
  spoken.set(language, say)
  return say
}
