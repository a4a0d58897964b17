import { plainLines } from './plain-text.ts'

/**
 * The lines of a text that `keep` gives a form to be kept in, in their order. What stands after the last line end is
 * kept without one too: in an answer that was cut it may be half a line. `ended` tells the two apart.
 */
export const keepLines = (text: string, keep: (line: string, ended: boolean) => string | null): string => {
  const lines = plainLines(text)
  const kept = lines.slice(0, -1).flatMap((line) => {
    const form = keep(line, true)
    return form === null ? [] : [`${form}\n`]
  })
  return kept.join('') + (keep(lines.at(-1) ?? '', false) ?? '')
}
