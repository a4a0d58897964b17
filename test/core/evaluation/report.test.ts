import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReports } from '../../../src/core/evaluation/report.ts'
import { REPORT_CLASSES } from '../../../src/core/evaluation/report-classes.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

const LINE = {
  id: 'C001',
  what_user_said: 'the otp does not come',
  symptoms: '70022',
  tier: 'B',
  cause_class: 'sms_not_delivered',
  scorable: true,
  scorable_blind: true,
  year: 2024,
}

test('one report a line, fields that are not used and empty lines passed over', () => {
  expect(parseReports(`\n${JSON.stringify(LINE)}\r\n\n`)).toEqual({
    ok: true,
    value: [
      {
        id: 'C001',
        said: 'the otp does not come',
        symptoms: '70022',
        tier: 'B',
        causeClass: 'sms_not_delivered',
        scorable: true,
        blind: true,
      },
    ],
  })
})

test.each([
  ['rubbish', 'this is no JSON', /line 2.*not JSON/u],
  ['a field that is missing', JSON.stringify({ ...LINE, tier: undefined }), /line 2.*tier/u],
  ['a field of another kind', JSON.stringify({ ...LINE, scorable: 'yes' }), /line 2.*scorable/u],
])('%s is told with its line', (_, line, words) => {
  const answer = parseReports(`${JSON.stringify(LINE)}\n${line}`)
  if (answer.ok) throw new Error('taken')
  expect(`${answer.failure.details['field']} ${answer.failure.details['why']}`).toMatch(words)
})

test('no text makes it throw', () => {
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ id: fc.anything(), tier: fc.string() }).map((value) => JSON.stringify(value) ?? ''),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(typeof parseReports(lines.join('\n')).ok).toBe('boolean')
    }),
  )
})

test('every class stands for causes that there are', () => {
  const known = new Set(SHIPPED.causes.flatMap(({ covers }) => covers))
  expect([...REPORT_CLASSES.values()].flat().filter((fact) => !known.has(fact))).toEqual([])
})
