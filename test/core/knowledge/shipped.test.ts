import { expect, test } from 'vitest'
import { questionsOf } from '../../../src/core/knowledge/predicate.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { WATCHED_PACKAGES } from '../../../src/core/probes/watched-packages.ts'

/** Fact ids that the knowledge base was asked for; what it covers beyond them is its own choice. */
const SYMPTOMS = Array.from({ length: 20 }, (_, index) => `SY${String(index + 1).padStart(2, '0')}`)
const CAUSES = Array.from({ length: 48 }, (_, index) => `CA${String(index + 1).padStart(2, '0')}`)
const CHECKS = Array.from({ length: 12 }, (_, index) => `CK${String(index + 1).padStart(2, '0')}`)
const FIXES = Array.from({ length: 46 }, (_, index) => `FX${String(index + 1).padStart(2, '0')}`)

const covered = (records: readonly { readonly covers: readonly string[] }[]): readonly string[] =>
  records.flatMap(({ covers }) => covers).toSorted()

test.each([
  ['symptoms', SYMPTOMS, SHIPPED.symptoms],
  ['causes', CAUSES, SHIPPED.causes],
  ['checks', CHECKS, SHIPPED.checks],
  ['fixes', FIXES, SHIPPED.fixes],
] as const)('the shipped %s cover every fact id', (_, wanted, records) => {
  expect(covered(records)).toEqual(wanted)
})

test('packages that a sign asks about are read on every phone', () => {
  const asked = SHIPPED.signs
    .flatMap(({ when }) => questionsOf(when))
    .map(({ reading }) => reading)
    .filter((reading) => reading.startsWith('package.'))
  const watched = new Set(WATCHED_PACKAGES.map((name) => `package.${name}`))
  expect(asked.filter((reading) => !watched.has(reading))).toEqual([])
})

test('no step asks anybody to write a password or a code down, or to get round a lock', () => {
  const texts = [...SHIPPED.fixes, ...SHIPPED.checks].flatMap(({ steps, title }) => [
    title.en,
    ...steps.en.flatMap((step) => (typeof step === 'string' ? [step] : Object.values(step))),
  ])
  for (const text of texts) {
    expect(text).not.toMatch(/\b(?:write|note|enter) (?:down )?(?:the|his|her|their) (?:password|code)\b/iu)
    expect(text).not.toMatch(/\b(?:bypass|crack|unlock tool|frp)\b/iu)
  }
})
