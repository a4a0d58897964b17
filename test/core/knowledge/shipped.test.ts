import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

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
