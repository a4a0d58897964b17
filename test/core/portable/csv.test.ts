import { assert, array, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, CSV_START } from '../../../src/core/portable/csv.ts'

/** As a spreadsheet takes a line apart (RFC 4180). */
const cellsOf = (line: string): readonly string[] => {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  const text = line.replace(/\r\n$/u, '')
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') isQuoted = !isQuoted
    else if (sign === ',' && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

const nasty = oneof(
  string(),
  constantFrom('=1+1', '+92 300', '-2', '@SUM(A1)', '\t=x', ' =x', '＝x', '"', '\r\n', ','),
)

test('every text comes out as it went in, and none as a formula', () => {
  assert(
    property(array(nasty, { minLength: 1, maxLength: 6 }), (texts) => {
      const cells = cellsOf(csvLine(texts))
      expect(cells).toHaveLength(texts.length)
      for (const [index, cell] of cells.entries()) {
        expect([texts[index], `'${texts[index] ?? ''}`]).toContain(cell)
        expect(cell).not.toMatch(/^\s*[=+\-@]/u)
      }
    }),
  )
})

test('numbers of ours stay numbers, nothing is an empty cell, and Excel is told that it is UTF-8', () => {
  expect(csvLine([-3, null, 1.5, Number.NaN, 'Asha'])).toBe('-3,,1.5,,Asha\r\n')
  expect(Buffer.from(CSV_START).toString('hex')).toBe('efbbbf')
})
