import { expect, test } from 'vitest'
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts'
import type { DiagnosisInput } from '../../../src/core/diagnosis/diagnosis.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { LOG_ERRORS, type LogError, type Observation } from '../../../src/core/sign-in-watch/observation.ts'
import { symptomsInLog } from '../../../src/core/sign-in-watch/symptoms-in-log.ts'

const when = { phoneTime: '11-23 14:03:22.123', at: '2026-11-23T08:33:22.123Z' }
const code = (service: 'sign-in' | 'security-status' | 'binding', number: number): Observation => ({
  kind: 'code',
  service,
  code: number,
  ...when,
})
const error = (name: LogError): Observation => ({ kind: 'error', error: name, ...when })
const symptoms = (...logged: readonly Observation[]): readonly string[] =>
  symptomsInLog(logged, SHIPPED).map(({ symptom }) => symptom)

const chance = (input: DiagnosisInput, cause: string): number =>
  diagnose(input, SHIPPED, 'en').causes.find(({ id }) => id === cause)?.probability ?? 0
const because = (input: DiagnosisInput, cause: string): readonly string[] =>
  diagnose(input, SHIPPED, 'en')
    .causes.find(({ id }) => id === cause)
    ?.because.map(({ text }) => text) ?? []

test('codes mean something for their own service alone', () => {
  expect(symptoms(code('sign-in', 70_016))).toEqual(['password-code-70016'])
  expect(symptoms(code('binding', 70_016), code('security-status', 0), code('sign-in', 0))).toEqual([])
  expect(symptoms(code('security-status', 16))).toEqual(['check-asked-at-sign-in'])
  expect(symptoms(code('binding', 401))).toEqual(['signed-in-for-long'])
  expect(symptoms(code('sign-in', 401))).toEqual([])
})

test('every error that is looked for means something', () => {
  expect(LOG_ERRORS.filter((name) => symptoms(error(name)).length === 0)).toEqual([])
})

test.each([
  [code('sign-in', 70_016), 'typed-wrong', 'code 70016'],
  [code('sign-in', 87_001), 'captcha-demanded', 'code 87001'],
  [code('security-status', 16), 'identity-check-pending', 'security status 16'],
  [error('certificate-not-yet-valid'), 'clock-wrong', 'the server’s certificate is not valid yet'],
  [error('certificate-untrusted'), 'https-intercepted', 'the server’s certificate is not trusted'],
  [error('unknown-host'), 'dns-broken', 'the server’s name could not be found'],
  [error('unknown-host'), 'dns-filter', 'the server’s name could not be found'],
  [error('timeout'), 'network-blocks', 'the server did not answer in time'],
  [error('timeout'), 'no-internet', 'the server did not answer in time'],
] as const)('%j speaks for %s, with its time', (seen, cause, words) => {
  expect(chance({ logged: [seen] }, cause)).toBeGreaterThan(1.5 * chance({}, cause))
  expect(because({ logged: [seen] }, cause)).toContain(
    `The phone’s log said, at 14:03 by the phone’s clock: ${words}`,
  )
})

test('a certificate that is not valid yet makes the clock the first cause', () => {
  expect(diagnose({ logged: [error('certificate-not-yet-valid')] }, SHIPPED, 'en').causes[0]?.id).toBe(
    'clock-wrong',
  )
})

test('what was said and ticked already counts once', () => {
  const said = { said: 'it shows 70016', symptoms: ['password-code-70016'] }
  const all = { ...said, logged: [code('sign-in', 70_016)] }
  expect(chance(all, 'typed-wrong')).toBeCloseTo(chance(said, 'typed-wrong'), 10)
  expect(because(all, 'typed-wrong')).toContain(
    'The phone’s log said, at 14:03 by the phone’s clock: code 70016',
  )
})

test('a code that nobody knows, and a symptom that is not meant, move nothing', () => {
  const nothing = diagnose({}, SHIPPED, 'en').causes
  expect(diagnose({ logged: [code('sign-in', 31_415)] }, SHIPPED, 'en').causes).toEqual(nothing)
  expect(diagnose({ logged: [code('sign-in', 70_016)], meant: [] }, SHIPPED, 'en').causes).toEqual(nothing)
})
