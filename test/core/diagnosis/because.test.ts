import { expect, test } from 'vitest'
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts'
import type { DiagnosisInput } from '../../../src/core/diagnosis/diagnosis.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { HEALTHY, readingsFrom } from './readings.ts'

const odds = (input: DiagnosisInput, id: string): number => {
  const chance =
    diagnose(input, SHIPPED, 'en').causes.find((cause) => cause.id === id)?.probability ?? Number.NaN
  return chance / (1 - chance)
}
const reason = (input: DiagnosisInput, id: string, evidence: string) =>
  diagnose(input, SHIPPED, 'en')
    .causes.find((cause) => cause.id === id)
    ?.because.find((each) => each.evidence === evidence)

test.each<[string, DiagnosisInput, DiagnosisInput, string, string]>([
  ['a symptom', { symptoms: ['SY02', 'SY12'] }, { symptoms: ['SY02'] }, 'stale-session', 'symptom:SY12'],
  [
    'a check',
    { symptoms: ['SY01'], checks: { CK01: 'fails' } },
    { symptoms: ['SY01'] },
    'password-forgotten',
    'check:CK01',
  ],
  [
    'an attempt',
    { symptoms: ['SY01'], attempts: [{ fix: 'FX09', outcome: 'failed' }] },
    { symptoms: ['SY01'] },
    'typed-wrong',
    'attempt:FX09',
  ],
  [
    'a reading that finds its cause',
    { readings: readingsFrom({ 'package.com.xiaomi.account': { value: { state: 'removed' } } }) },
    {},
    'account-app-disabled',
    'reading:package.com.xiaomi.account',
  ],
])('the factor of %s is the odds with it over the odds without it', (_, withIt, without, id, evidence) => {
  const ratio = odds(withIt, id) / odds(without, id)
  const found = reason(withIt, id, evidence)
  expect(found?.effect).toBe(ratio >= 1 ? 'for' : 'against')
  // Reasons are worked out on the heaviest sets; that may cost a few parts in a hundred.
  const factor = ratio >= 1 ? ratio : 1 / ratio
  expect((found?.factor ?? 0) / factor).toBeGreaterThan(0.85)
  expect((found?.factor ?? 0) / factor).toBeLessThan(1.15)
})

test('reasons are sorted by strength, matter, and say something', () => {
  const { causes } = diagnose(
    { readings: readingsFrom(HEALTHY), said: 'could not verify, right password, works on the website' },
    SHIPPED,
    'en',
  )
  for (const { because } of causes) {
    const factors = because.map(({ factor }) => factor)
    expect(factors.length).toBeGreaterThan(0)
    expect(factors).toEqual(factors.toSorted((one, other) => other - one))
  }
  const lines = causes.flatMap(({ because }) => because)
  expect(lines.filter(({ text }) => !/\S/u.test(text) || /[{}]|undefined|NaN/u.test(text))).toEqual([])
  expect(lines.filter(({ evidence, factor }) => evidence !== 'prior' && factor < 1.1)).toEqual([])
})

test('a healthy reading speaks against its cause, in words', () => {
  expect(
    reason({ readings: readingsFrom(HEALTHY) }, 'account-helpers-removed', 'reading:package.com.xiaomi.xmsf'),
  ).toMatchObject({
    effect: 'against',
    text: 'Xiaomi’s service framework is enabled',
  })
})
