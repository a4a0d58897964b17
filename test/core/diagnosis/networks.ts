import * as fc from 'fast-check'
import type { Finding, Network, Trial } from '../../../src/core/diagnosis/network.ts'

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true })

const byCause = (count: number): fc.Arbitrary<ReadonlyMap<number, number>> =>
  fc
    .dictionary(fc.nat({ max: count - 1 }).map(String), chance, { maxKeys: count })
    .map((record) => new Map(Object.entries(record).map(([cause, each]) => [Number(cause), each])))

const finding = (count: number): fc.Arbitrary<Finding> =>
  fc.record({
    holds: fc.boolean(),
    leak: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
    strengths: byCause(count),
  })

const trial = (count: number): fc.Arbitrary<Trial> => fc.record({ removes: byCause(count) })

/** Small networks of every kind: with and without findings, tries that failed, and one that worked. */
export const networks = (most: number): fc.Arbitrary<Network> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc.record({
      rates: fc.array(fc.double({ min: 0.005, max: 0.6, noNaN: true }), {
        minLength: count,
        maxLength: count,
      }),
      leak: fc.double({ min: 0.001, max: 1, noNaN: true }),
      findings: fc.array(finding(count), { maxLength: 6 }),
      trials: fc.array(trial(count), { maxLength: 3 }),
      success: fc.option(trial(count)),
    }),
  )
