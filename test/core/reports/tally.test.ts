import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ROWS, type ClosedCase } from '../../../src/core/reports/report.ts'
import { tally } from '../../../src/core/reports/tally.ts'
import { CLOSE_RESULTS } from '../../../src/core/ticket.ts'

const NOW = '2026-11-23T12:00:00.000Z'
const closed = (more: Partial<ClosedCase> = {}): ClosedCase => ({
  openedAt: '2026-11-20T10:00:00.000Z',
  closedAt: '2026-11-20T10:40:00.000Z',
  result: 'fixed',
  steps: [{ fix: 'a', worked: 1 }],
  workedFixes: ['a'],
  cause: 'c',
  system: 'MIUI 14',
  model: 'M',
  cameBackAfter: [],
  back: null,
  warrantyDays: null,
  ...more,
})
const reportOf = (...cases: readonly ClosedCase[]) => {
  const counted = tally(NOW)
  for (const each of cases) counted.add(each)
  return counted.report()
}

test('steps are counted by cause, system and model, the most tried first, with Wilson’s bounds', () => {
  const failed = { steps: [{ fix: 'a', worked: 0 }], workedFixes: [], result: 'referred' } as const
  const {
    fixes,
    results,
    closed: all,
  } = reportOf(
    closed(),
    closed({ cause: 'd' }),
    closed(failed),
    closed({ steps: [{ fix: 'b', worked: 1 }], workedFixes: ['b'], model: null }),
  )
  expect(all).toBe(4)
  expect(results).toEqual({ fixed: 3, 'not-fixed': 0, referred: 1, declined: 0 })
  expect(fixes.all.map(({ fix, worked }) => [fix, worked.hits, worked.cases])).toEqual([
    ['a', 2, 3],
    ['b', 1, 1],
  ])
  expect(fixes.all[0]?.worked.value).toBeCloseTo(2 / 3, 9)
  expect(fixes.all[1]?.worked.low).toBeLessThan(0.5)
  expect(fixes.cause.map(({ fix, of, worked }) => [fix, of, worked.hits, worked.cases])).toEqual([
    ['a', 'c', 1, 2],
    ['a', 'd', 1, 1],
    ['b', 'c', 1, 1],
  ])
  expect(fixes.system[0]).toMatchObject({ fix: 'a', of: 'MIUI 14' })
  expect(fixes.model.map(({ of }) => of)).toEqual(['M', null])
})

test('what came back is held against the step that did not last', () => {
  const { returns } = reportOf(
    closed(),
    closed({ cameBackAfter: ['a'] }),
    // Reopened soon: another step worked since.
    closed({ cameBackAfter: ['a'], workedFixes: ['b'] }),
    closed({ workedFixes: [], steps: [] }),
  )
  expect(returns).toMatchObject([{ fix: 'a', of: null, worked: { hits: 2, cases: 3 } }])
})

test('of several before one sign-in each counts for its part, so that all of them are one case', () => {
  const steps = ['a', 'b'].map((fix) => ({ fix, worked: 0.5 }))
  const { fixes, returns } = reportOf(
    closed({ steps, workedFixes: ['a', 'b'] }),
    closed({ steps, workedFixes: ['a', 'b'], cameBackAfter: ['a', 'b'] }),
  )
  expect(fixes.all.map(({ fix, worked }) => [fix, worked.hits, worked.cases])).toEqual([
    ['a', 1, 2],
    ['b', 1, 2],
  ])
  expect(returns.map(({ fix, worked }) => [fix, worked.hits, worked.cases])).toEqual([
    ['a', 0.5, 1],
    ['b', 0.5, 1],
  ])
})

test('months, times and ages stand in their places', () => {
  const counted = tally(NOW)
  counted.add(closed())
  counted.add(closed({ closedAt: '2026-12-01T00:00:00.000Z', result: 'declined' }))
  counted.addOpen({ state: 'waiting', openedAt: '2026-11-23T01:00:00.000Z' })
  counted.addOpen({ state: 'waiting', openedAt: '2026-09-23T01:00:00.000Z' })
  const { months, times, middle, open } = counted.report()
  expect(months.map(({ month, results }) => [month, results.fixed, results.declined])).toEqual([
    ['2026-11', 1, 0],
    ['2026-12', 0, 1],
  ])
  expect(times.filter(({ tickets }) => tickets > 0)).toEqual([
    { hours: 1, tickets: 1 },
    { hours: null, tickets: 1 },
  ])
  expect(middle?.half).toBeCloseTo(2 / 3, 6)
  expect(middle?.nineOfTen).toBeCloseTo(254, 6)
  expect(open.find(({ state }) => state === 'waiting')).toEqual({
    state: 'waiting',
    tickets: 2,
    ages: [1, 0, 0, 0, 1],
  })
  expect(open.map(({ state }) => state)).not.toContain('closed')
})

test('nothing closed, nothing said', () => {
  expect(reportOf()).toMatchObject({ closed: 0, months: [], returns: [], middle: null })
})

test('every ticket and step is counted once, however many models there are', () => {
  const step = fc.record({ fix: fc.constantFrom('a', 'b', 'c'), worked: fc.constantFrom(0, 0.5, 1) })
  const each = fc.record({
    result: fc.constantFrom(...CLOSE_RESULTS),
    steps: fc.uniqueArray(step, { selector: ({ fix }) => fix, maxLength: 3 }),
    model: fc.option(fc.string()),
    minutes: fc.nat({ max: 100_000 }),
  })
  fc.assert(
    fc.property(fc.array(each, { maxLength: 40 }), (given) => {
      const report = reportOf(
        ...given.map(({ result, steps, model, minutes }) =>
          closed({
            result,
            steps,
            model,
            closedAt: new Date(Date.parse('2026-11-20T10:00:00.000Z') + minutes * 60_000).toISOString(),
          }),
        ),
      )
      const sum = (rows: readonly number[]): number => rows.reduce((all, one) => all + one, 0)
      expect(report.closed).toBe(given.length)
      expect(sum(report.times.map(({ tickets }) => tickets))).toBe(given.length)
      expect(sum(report.months.flatMap(({ results }) => Object.values(results)))).toBe(given.length)
      const steps = given.flatMap((one) => one.steps)
      for (const rows of Object.values(report.fixes)) {
        expect(sum(rows.map(({ worked }) => worked.cases))).toBe(steps.length)
        expect(sum(rows.map(({ worked }) => worked.hits))).toBe(sum(steps.map(({ worked }) => worked)))
      }
    }),
  )
})

test('a kind with very many rows tells the commonest', () => {
  const many = Array.from({ length: MOST_ROWS + 50 }, (_, index) => closed({ model: `M${String(index)}` }))
  const { fixes } = reportOf(closed({ model: 'common' }), closed({ model: 'common' }), ...many)
  expect(fixes.model).toHaveLength(MOST_ROWS)
  expect(fixes.model[0]).toMatchObject({ of: 'common' })
})

const backAfterDays = (days: number, isInWarranty = false) => ({ back: { days, isInWarranty } })

test('tickets are told by how many days they stayed away, each once', () => {
  const { backAfter } = reportOf(
    closed(),
    closed(backAfterDays(0)),
    closed(backAfterDays(1)),
    closed(backAfterDays(1.01)),
    closed(backAfterDays(14)),
    closed(backAfterDays(400)),
  )
  expect(backAfter).toEqual([
    { days: 1, tickets: 2 },
    { days: 3, tickets: 1 },
    { days: 7, tickets: 0 },
    { days: 14, tickets: 1 },
    { days: 30, tickets: 0 },
    { days: 90, tickets: 0 },
    { days: 365, tickets: 0 },
    { days: null, tickets: 1 },
  ])
})

test('of those with a warranty it is told how many came back while it ran, all together and by its length', () => {
  const told = (...cases: readonly ClosedCase[]) =>
    reportOf(...cases).warranty.map(({ days, back }) => [days, back.hits, back.cases])
  const month = { warrantyDays: 30 }
  expect(told(closed(), closed(backAfterDays(2)))).toEqual([])
  // Of one length alone there is nothing to tell apart.
  expect(told(closed(month), closed({ ...month, ...backAfterDays(3, true) }))).toEqual([[null, 1, 2]])
  expect(
    told(
      closed({ warrantyDays: 90, ...backAfterDays(60, true) }),
      closed(month),
      closed({ ...month, ...backAfterDays(3, true) }),
      closed({ ...month, ...backAfterDays(40) }),
    ),
  ).toEqual([
    [null, 2, 4],
    [30, 1, 3],
    [90, 1, 1],
  ])
})

test('whatever comes back and when, each is counted once and no share leaves its bounds', () => {
  const someCase = fc.record({
    back: fc.option(fc.record({ days: fc.double({ min: 0, noNaN: true }), isInWarranty: fc.boolean() })),
    warrantyDays: fc.option(fc.integer({ min: 1, max: 400 })),
  })
  fc.assert(
    fc.property(fc.array(someCase, { maxLength: 60 }), (cases) => {
      const { backAfter, warranty } = reportOf(...cases.map((each) => closed(each)))
      expect(backAfter.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(
        cases.filter(({ back }) => back !== null).length,
      )
      const covered = cases.filter(({ warrantyDays }) => warrantyDays !== null)
      expect(warranty[0]?.back.cases ?? 0).toBe(covered.length)
      expect(warranty[0]?.back.hits ?? 0).toBe(covered.filter(({ back }) => back?.isInWarranty).length)
      for (const { back } of warranty) {
        expect(back.low).toBeGreaterThanOrEqual(0)
        expect(back.low).toBeLessThanOrEqual(back.value)
        expect(back.high).toBeGreaterThanOrEqual(back.value)
        expect(back.high).toBeLessThanOrEqual(1)
      }
    }),
  )
})
