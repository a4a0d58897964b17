import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts'
import type { DiagnosisInput } from '../../../src/core/diagnosis/diagnosis.ts'
import { enumerate } from '../../../src/core/diagnosis/enumerate.ts'
import { together } from '../../../src/core/diagnosis/network.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import type { Outcome } from '../../../src/core/ticket.ts'
import { bruteForce } from './brute-force.ts'
import { networks } from './networks.ts'

const FIXES = ['set-clock', 'restore-package', 'clear-app-data'] as const
const attempts = (outcome: Outcome, bundle: string | null): NonNullable<DiagnosisInput['attempts']> =>
  FIXES.map((fix) => ({ fix, outcome, bundle }))
const chancesOf = (input: DiagnosisInput): ReadonlyMap<string, number> =>
  new Map(diagnose(input, SHIPPED, 'en').causes.map(({ id, probability }) => [id, probability]))

test('that several failed before one sign-in says what each of them failing says, of whatever network', () => {
  fc.assert(
    fc.property(networks(6), (network) => {
      const apart = { ...network, success: null }
      const joined = { ...apart, trials: [together(apart.trials.map(({ removes }) => removes))] }
      const one = enumerate(joined).chances
      const all = bruteForce(apart)
      one.forEach((chance, cause) => {
        expect(chance).toBeCloseTo(all[cause] ?? Number.NaN, 9)
      })
    }),
    { numRuns: 60 },
  )
})

test('that several worked before one sign-in is one event, and as likely as that any of them took what was there', () => {
  fc.assert(
    fc.property(networks(6), (network) => {
      const [first] = network.trials
      const { success } = network
      fc.pre(first !== undefined && success !== null)
      const joined = { ...network, trials: [], success: together([first.removes, success.removes]) }
      const { chances } = enumerate(joined)
      const expected = bruteForce(joined)
      // The definition: a cause is left only where both failed on it.
      for (const [cause, chance] of joined.success.removes) {
        const left = (1 - (first.removes.get(cause) ?? 0)) * (1 - (success.removes.get(cause) ?? 0))
        expect(1 - chance).toBeCloseTo(left, 12)
      }
      chances.forEach((chance, cause) => {
        expect(chance).toBeCloseTo(expected[cause] ?? Number.NaN, 9)
      })
    }),
    { numRuns: 60 },
  )
})

test('a diagnosis takes a failed bundle as all of them failing, and gives one reason for it', () => {
  const base = { symptoms: ['SY01'] }
  const bundle = chancesOf({ ...base, attempts: attempts('failed', 'x') })
  const apart = chancesOf({ ...base, attempts: attempts('failed', null) })
  for (const [cause, chance] of apart) expect(bundle.get(cause)).toBeCloseTo(chance, 12)
  const reasons = diagnose({ ...base, attempts: attempts('failed', 'x') }, SHIPPED, 'en').causes.flatMap(
    ({ because }) => because.filter(({ evidence }) => evidence.startsWith('attempt:')),
  )
  expect(new Set(reasons.map(({ evidence }) => evidence))).toEqual(new Set(['attempt:FX24+FX25+FX06']))
  expect(reasons[0]?.text).toMatch(/^“.+”, “.+”, “.+” were done before one sign-in, and it did not help$/u)
})

test('after a bundle that worked the causes of all of them stand, by their chance; after one alone only its own', () => {
  const base = { symptoms: ['SY01'] }
  const before = chancesOf(base)
  const bundle = chancesOf({ ...base, attempts: attempts('worked', 'x') })
  const alone = chancesOf({ ...base, attempts: [{ fix: 'set-clock', outcome: 'worked' }] })
  for (const cause of ['clock-wrong', 'account-app-disabled', 'stale-session']) {
    expect(bundle.get(cause)).toBeGreaterThan(before.get(cause) ?? 1)
    expect(bundle.get(cause)).toBeLessThan(1)
  }
  expect(alone.get('clock-wrong')).toBeGreaterThan(bundle.get('clock-wrong') ?? 1)
  expect(alone.get('account-app-disabled')).toBeLessThan(bundle.get('account-app-disabled') ?? 0)
  expect(diagnose({ ...base, attempts: attempts('worked', 'x') }, SHIPPED, 'en').next).toBeNull()
})

test('of a bundle some of which was tried again, the rest stands; the last that worked is the one', () => {
  const { causes } = diagnose(
    {
      symptoms: ['SY01'],
      attempts: [...attempts('failed', 'x'), { fix: 'set-clock', outcome: 'worked' }],
    },
    SHIPPED,
    'en',
  )
  expect(causes[0]).toMatchObject({ id: 'clock-wrong' })
  const evidence = new Set(causes.flatMap(({ because }) => because.map((each) => each.evidence)))
  expect(evidence).toContain('attempt:FX25+FX06')
  expect(evidence).toContain('attempt:FX24')
})
