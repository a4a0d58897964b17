import { expect, test } from 'vitest'
import { evaluate } from '../../../src/core/evaluation/evaluate.ts'
import type { Report } from '../../../src/core/evaluation/report.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

const report = (more: Partial<Report>): Report => ({
  id: 'X',
  said: '',
  symptoms: '',
  tier: 'B',
  causeClass: 'clock_wrong',
  scorable: true,
  blind: true,
  ...more,
})

const CLOCK = report({ id: 'hit', said: 'the date is wrong', symptoms: 'certificate error' })
const MISS = report({ id: 'miss', said: 'I forgot my password' })

test('a hit and a miss are counted by tier, blind ones apart', () => {
  const { blind, scorable, tiers, each } = evaluate(
    [CLOCK, MISS, { ...CLOCK, tier: 'A', blind: false }],
    SHIPPED,
  )
  expect(blind).toEqual({ reports: 2, top1: 1, top3: 1 })
  expect(scorable).toEqual({ reports: 3, top1: 2, top3: 2 })
  expect(tiers).toEqual({
    A: { blind: { reports: 0, top1: 0, top3: 0 }, scorable: { reports: 1, top1: 1, top3: 1 } },
    B: { blind: { reports: 2, top1: 1, top3: 1 }, scorable: { reports: 2, top1: 1, top3: 1 } },
  })
  expect(each.map(({ id, rank }) => [id, rank === 1])).toEqual([
    ['hit', true],
    ['miss', false],
    ['hit', true],
  ])
})

test('what cannot be scored is counted as a report and nothing else', () => {
  const { reports, scorable } = evaluate(
    [report({ causeClass: 'unresolved' }), report({ scorable: false }), CLOCK],
    SHIPPED,
  )
  expect([reports, scorable.reports]).toEqual([3, 1])
})

test('the screen’s words count as much as the customer’s', () => {
  const { each } = evaluate([report({ causeClass: 'verification_2fa_captcha', symptoms: '87001' })], SHIPPED)
  expect(each).toMatchObject([{ rank: 1, heard: ['captcha-trouble'] }])
})
