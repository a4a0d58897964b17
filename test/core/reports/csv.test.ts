import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../../src/core/reports/csv.ts'

/** A reader as spreadsheets have it: quotes doubled within quotes. */
const cellsOf = (line: string): readonly string[] =>
  [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/gu)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ' =1', '\n=1', '＝1'])(
  '%j becomes no formula',
  (text) => {
    const line = csvOf([[text]])
    expect(line.replace(/^\uFEFF"?/u, '').startsWith("'")).toBe(true)
  },
)

test('numbers stay numbers, also below zero; nothing is an empty cell', () => {
  expect(csvOf([[1, -2.5, null, 'a']])).toBe('\uFEFF1,-2.5,,a\r\n')
})

test('commas, quotes and lines stay in their cell', () => {
  expect(csvOf([['a,b', 'c"d', 'e\nf']])).toBe('\uFEFF"a,b","c""d","e\nf"\r\n')
})

test('whatever somebody wrote is read back in its cell, and none begins a formula', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', ' ', ',', '"', 'a', ';', 'é') })
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (row) => {
      const cells = cellsOf(csvOf([row]).slice(1, -2))
      expect(cells).toHaveLength(row.length)
      for (const [place, cell] of cells.entries()) {
        expect(cell).not.toMatch(/^\s*[=+\-@]|^\t/u)
        expect([row[place], `'${row[place] ?? ''}`]).toContain(cell)
      }
    }),
  )
})
