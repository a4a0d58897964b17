import { marked } from './marks.ts'

/** As much of a text as fits beside a row. */
const LONGEST = 120
/** So much stands before what was looked for. */
const BEFORE = 24

/** The part of a text around what was looked for; null where it is not in it. */
export const snippet = (text: string, search: string): string | null => {
  const stretches = marked(text, search)
  const first = stretches.findIndex((stretch) => stretch.marked)
  if (first < 0) return null
  const at = stretches.slice(0, first).reduce((length, stretch) => length + stretch.text.length, 0)
  const blank = text.lastIndexOf(' ', Math.max(0, at - BEFORE))
  const from = at <= BEFORE ? 0 : Math.max(blank + 1, at - 2 * BEFORE)
  const part = text
    .slice(from, from + LONGEST)
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return `${from > 0 ? '…' : ''}${part}${from + LONGEST < text.length ? '…' : ''}`
}
