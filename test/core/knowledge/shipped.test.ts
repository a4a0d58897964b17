import { expect, test } from 'vitest'
import { questionsOf } from '../../../src/core/knowledge/predicate.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { WATCHED_PACKAGES } from '../../../src/core/probes/watched-packages.ts'

/** Fact ids that the knowledge base was asked for; what it covers beyond them is its own choice. */
const facts = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${kind}${String(index + 1).padStart(2, '0')}`)

const covered = (records: readonly { readonly covers: readonly string[] }[]): readonly string[] =>
  records.flatMap(({ covers }) => covers).toSorted()

test.each([
  ['symptoms', facts('SY', 20), SHIPPED.symptoms],
  ['causes', facts('CA', 48), SHIPPED.causes],
  ['checks', facts('CK', 12), SHIPPED.checks],
  ['fixes', facts('FX', 46), SHIPPED.fixes],
  ['advice', facts('PR', 10), SHIPPED.advice],
  ['warnings', facts('MY', 4), SHIPPED.warnings],
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
  // Warnings name what they warn of; everything else must not even hint at it.
  const texts = [...SHIPPED.fixes, ...SHIPPED.checks].flatMap(({ steps, title }) => [
    title.en,
    ...steps.en.flatMap((step) =>
      typeof step === 'string'
        ? [step]
        : Object.values(step).flatMap((menu) => (typeof menu === 'string' ? [menu] : Object.values(menu))),
    ),
  ])
  for (const text of texts) {
    expect(text).not.toMatch(/\b(?:write|note|enter) (?:down )?(?:the|his|her|their) (?:password|code)\b/iu)
    expect(text).not.toMatch(/\b(?:bypass|crack|unlock tool|frp)\b/iu)
  }
})

test('the packages that are watched on a phone are explained', () => {
  const explained = new Set(SHIPPED.packages.map(({ name }) => name))
  expect(WATCHED_PACKAGES.filter((name) => !explained.has(name))).toEqual([])
})

test('a code says one thing in each service, and may say another in the next', () => {
  const meanings = SHIPPED.codes.map(({ service, code }) => `${service} ${code}`)
  expect(new Set(meanings).size).toBe(meanings.length)
  expect(SHIPPED.codes.filter(({ code }) => code === '20031').map(({ service }) => service)).toEqual([
    'account',
    'unlock',
  ])
})
