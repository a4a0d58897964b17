import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluate } from '../../../src/core/evaluation/evaluate.ts'
import { parseReports } from '../../../src/core/evaluation/report.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

/**
 * Complaints in our own words, in lots, each written before the phrases that now find it. Among three at first sight: H 66
 * of 66, K 33 of 42, M 18 of 30, N 18 of 28, P 26 of 32, Q 27 of 32, R 70 of 75 (as reports are written, a third of them in
 * six other languages), S 30 of 40, T 25 of 30, U 10 of 20, V 21 of 25, W 21 of 25; each later lot avoids the words of
 * those before. From U on they are idioms. W was never looked at while phrases were made: it finds 24 of 25 since.
 */
const text = readFileSync(new URL('held-out.jsonl', import.meta.url), 'utf8')

test('complaints that no phrase was made for find their cause', () => {
  const reports = parseReports(text)
  if (!reports.ok) throw new Error('unreadable')
  const { blind } = evaluate(reports.value, SHIPPED)
  expect(blind.reports).toBe(445)
  expect(blind.top1 / blind.reports).toBeGreaterThanOrEqual(0.8)
  expect(blind.top3 / blind.reports).toBeGreaterThanOrEqual(0.95)
})
