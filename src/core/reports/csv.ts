/** A cell that a spreadsheet would take for a formula, also behind spaces, or that begins a field of its own. */
const STARTS_FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u

const cellOf = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = STARTS_FORMULA.test(value) || /^[\t\r\n]/u.test(value) ? `'${value}` : value
  return /[",\r\n;\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export type CsvRow = readonly (string | number | null)[]

/** Rows as a spreadsheet opens them, in UTF-8 with its mark; no text in them can become a formula. */
export const csvOf = (rows: readonly CsvRow[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
