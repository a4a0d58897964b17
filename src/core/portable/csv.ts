export type Cell = string | number | null

/** Spreadsheets take a cell that begins so for a formula, and run it (OWASP, CSV injection); also behind blanks. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

/** A number of ours is one; text never becomes a formula: an apostrophe before it says that it is text. */
const cell = (value: Cell): string => {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Without it Excel takes UTF-8 for the system's old encoding. */
export const CSV_START = '﻿'

/** One line as RFC 4180 has it. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join()}\r\n`
