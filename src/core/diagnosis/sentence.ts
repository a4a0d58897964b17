import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../words/index.ts'

/** Reading an ICU text costs more than filling it, and the same few hundred come back in every diagnosis. */
const read = new Map<string, IntlMessageFormat>()

/** Fills the placeholders of a text of the knowledge base. */
export const sentence = (
  text: string,
  language: Language,
  values: Readonly<Record<string, string | number>>,
): string => {
  // A text without a brace is its own sentence; apostrophes mean something to ICU only next to braces.
  if (!text.includes('{')) return text
  const key = `${language}\n${text}`
  let format = read.get(key)
  if (format === undefined) {
    format = new IntlMessageFormat(text, language)
    read.set(key, format)
  }
  return String(format.format(values))
}
