import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { countsOf } from '../../../src/core/learning/counts.ts'
import { lessonOf } from '../../../src/core/learning/lesson-of.ts'
import type { TicketOutcome } from '../../../src/core/learning/outcome.ts'
import { CHECK_RESULTS, OUTCOMES, VERIFICATIONS, type Outcome } from '../../../src/core/ticket.ts'
import { HEALTHY, readingsFrom } from '../diagnosis/readings.ts'

const made = (fix: string, outcome: Outcome, verified: 'sign-in' | 'word' = 'sign-in') => ({
  fix,
  outcome,
  verified,
})
const ended = (more: Partial<TicketOutcome>): TicketOutcome => ({
  symptoms: ['SY01'],
  checks: {},
  attempts: [],
  workedFix: null,
  workedTogether: [],
  cameBack: false,
  readings: null,
  advised: null,
  ...more,
})
const lesson = (more: Partial<TicketOutcome>) => lessonOf(ended(more), SHIPPED)

const FAILED_THEN_WORKED: Partial<TicketOutcome> = {
  attempts: [made('restore-package', 'failed'), made('set-clock', 'worked')],
  workedFix: 'set-clock',
}

test('what failed and what worked after it are kept apart', () => {
  expect(lesson(FAILED_THEN_WORKED)).toMatchObject({
    failed: ['restore-package'],
    worked: ['set-clock'],
    weight: 1,
    group: { family: null, region: null },
  })
})

test('what worked and did not last has failed: the phone came back, or another fix worked since', () => {
  expect(lesson({ ...FAILED_THEN_WORKED, cameBack: true })).toMatchObject({
    failed: ['restore-package', 'set-clock'],
    worked: [],
  })
  expect(
    lesson({
      attempts: [made('set-clock', 'worked'), made('restore-package', 'worked')],
      workedFix: 'restore-package',
    }),
  ).toMatchObject({ failed: ['set-clock'], worked: ['restore-package'] })
})

test('several before the sign-in that worked are told together, until they did not last or one of them is known', () => {
  const bundle = [
    { ...made('restore-package', 'worked'), bundle: 'x' },
    { ...made('set-clock', 'worked'), bundle: 'x' },
  ]
  const both = { attempts: bundle, workedTogether: ['set-clock', 'restore-package'] }
  expect(lesson(both)).toMatchObject({ failed: [], worked: ['restore-package', 'set-clock'] })
  expect(lesson({ ...both, cameBack: true })).toMatchObject({
    failed: ['restore-package', 'set-clock'],
    worked: [],
  })
  expect(
    lesson({ attempts: [...bundle, made('set-clock', 'worked')], workedFix: 'set-clock' }),
  ).toMatchObject({ failed: [], worked: ['set-clock'] })
})

test('a fix counts once, as it ended; in part is neither; nothing tried teaches nothing', () => {
  expect(
    lesson({
      attempts: [made('set-clock', 'failed'), made('FX24', 'failed'), made('set-clock', 'worked', 'word')],
      workedFix: 'set-clock',
    }),
  ).toMatchObject({ worked: ['set-clock'], weight: 0.5 })
  expect(lesson({ attempts: [made('set-clock', 'partly')] })).toBeNull()
  expect(lesson({ attempts: [made('no-such-fix', 'worked')], workedFix: 'no-such-fix' })).toBeNull()
  expect(lesson({})).toBeNull()
})

test('the readings before the fix say which phones it is about, and speak as they do in a diagnosis', () => {
  const seen = lesson({
    ...FAILED_THEN_WORKED,
    readings: readingsFrom({
      ...HEALTHY,
      'os.family': { value: 'MIUI' },
      'os.buildRegion': { value: 'IN' },
      'clock.offset': { value: -259_200, uncertainty: 2 },
    }),
  })
  expect(seen?.group).toEqual({ family: 'MIUI', region: 'IN' })
  expect(seen?.intake.length).toBeGreaterThan(5)
  const clock = (each: ReturnType<typeof lesson>) =>
    each === null ? 0 : (countsOf(each, SHIPPED).expected.get('clock-wrong') ?? 0)
  // A reading that found the clock wrong made it to be expected: the case says little of how common that is.
  expect(clock(seen)).toBeGreaterThan(0.9)
  expect(clock(lesson(FAILED_THEN_WORKED))).toBeLessThan(0.5)
})

test('somebody’s word weighs half a case, and still counts as one ticket', () => {
  const [sure, word] = (['sign-in', 'word'] as const).map((verified) => {
    const each = lesson({ attempts: [made('set-clock', 'worked', verified)], workedFix: 'set-clock' })
    if (each === null) throw new Error('no lesson')
    return countsOf(each, SHIPPED)
  })
  expect(word?.tickets).toBe(1)
  expect(word?.causes.get('clock-wrong')).toBeCloseTo((sure?.causes.get('clock-wrong') ?? 0) / 2, 12)
})

test('whatever is in a record, counts are shares of one case', () => {
  const ids = (records: readonly { readonly id: string }[]) =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...records.map(({ id }) => id)) }, fc.string())
  fc.assert(
    fc.property(
      fc.record({
        symptoms: fc.array(ids(SHIPPED.symptoms), { maxLength: 5 }),
        checks: fc.dictionary(ids(SHIPPED.checks), fc.constantFrom(...CHECK_RESULTS), { maxKeys: 4 }),
        attempts: fc.array(
          fc.record({
            fix: ids(SHIPPED.fixes),
            outcome: fc.constantFrom(...OUTCOMES),
            verified: fc.constantFrom(...VERIFICATIONS),
            bundle: fc.constantFrom('one', 'two', null),
          }),
          { maxLength: 5 },
        ),
        workedFix: fc.option(ids(SHIPPED.fixes)),
        workedTogether: fc.array(ids(SHIPPED.fixes), { maxLength: 3 }),
        cameBack: fc.boolean(),
        readings: fc.constant(null),
        advised: fc.constant(null),
      }),
      (outcome) => {
        const each = lessonOf(outcome, SHIPPED)
        if (each === null) return
        expect(each.failed.filter((fix) => each.worked.includes(fix))).toEqual([])
        const counts = countsOf(each, SHIPPED)
        for (const sums of [counts.causes, counts.expected, counts.worked, counts.failed])
          for (const value of sums.values()) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1)
          }
      },
    ),
    { numRuns: 60 },
  )
})
