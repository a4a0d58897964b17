import type { Knowledge } from '../knowledge/knowledge.ts'
import { guideFixes } from '../knowledge/guide-order.ts'
import { enginePolicy } from './engine-policy.ts'
import { exact } from './exact.ts'
import { fixedOrder, staticFixes } from './fixed-order.ts'
import { CHECKPOINTS, drawShop, learningCurve, type LearningRow } from './learning-curve.ts'
import { perturb } from './perturb.ts'
import { play, type Policy } from './play.ts'
import { seeded, type Random } from './random.ts'
import { drawSmall } from './small-knowledge.ts'
import { drawWorld } from './world.ts'

/** Mean minutes to the end of a case, by way of working. */
export type Minutes = {
  readonly engine: number
  readonly guideOrder: number
  readonly staticOrder: number
}

export type Simulation = {
  readonly cases: number
  readonly seed: number
  readonly minutes: Minutes
  /** Cases so small that the best plan there is can be worked out, and what it costs. */
  readonly exact: { readonly cases: number; readonly engine: number; readonly optimum: number }
  /** The same where the truth is off from what everybody goes by. */
  readonly perturbed: Minutes
  /** A shop whose mix of causes is another one: the engine that learns from its tickets, and one that knows the mix. */
  readonly learning: readonly LearningRow[]
}

/** One small case to so many played ones: what each costs is worked out, not drawn, so that few say much. */
const CASES_TO_EXACT = 10
/** At each checkpoint, in each shop, so many cases fewer are played. */
const CASES_TO_MEASURE = 10
const MOST_SHOPS = 3
const CASES_TO_SHOP = 500
/** How many cases are drawn from one wrong truth before the next. */
const CASES_TO_TRUTH = 10

/** One policy after the other on the very same phones. */
const playAll = (
  cases: number,
  knowledge: Knowledge,
  truthAt: (index: number) => Knowledge,
  random: Random,
): Minutes => {
  const policies: Readonly<Record<keyof Minutes, Policy>> = {
    engine: enginePolicy(knowledge),
    guideOrder: fixedOrder(guideFixes(knowledge)),
    staticOrder: fixedOrder(staticFixes(knowledge)),
  }
  const sums = { engine: 0, guideOrder: 0, staticOrder: 0 }
  for (let index = 0; index < cases; index += 1) {
    const world = drawWorld(truthAt(index), random)
    for (const name of Object.keys(sums) as (keyof Minutes)[])
      sums[name] += play(world, policies[name], knowledge).minutes
  }
  return {
    engine: sums.engine / cases,
    guideOrder: sums.guideOrder / cases,
    staticOrder: sums.staticOrder / cases,
  }
}

const playPerturbed = (cases: number, knowledge: Knowledge, random: Random): Minutes => {
  let truth = knowledge
  return playAll(
    cases,
    knowledge,
    (index) => {
      if (index % CASES_TO_TRUTH === 0) truth = perturb(knowledge, random)
      return truth
    },
    random,
  )
}

/** Expected minutes, not played ones: every answer and outcome is weighed, so that no luck blurs a gap of one in a hundred. */
const compareExactly = (cases: number, knowledge: Knowledge, random: Random): Simulation['exact'] => {
  let engine = 0
  let optimum = 0
  for (let index = 0; index < cases; index += 1) {
    const small = drawSmall(knowledge, random)
    const { intake } = drawWorld(small, random)
    const tree = exact(small, intake)
    engine += tree.under(enginePolicy(small))
    optimum += tree.optimum()
  }
  return { cases, engine: engine / cases, optimum: optimum / cases }
}

/** The mean of a few shops, each with a mix of its own. */
const learn = (cases: number, knowledge: Knowledge, random: Random): readonly LearningRow[] => {
  const measured = Math.ceil(cases / CASES_TO_MEASURE)
  const count = Math.min(MOST_SHOPS, Math.ceil(cases / CASES_TO_SHOP))
  const shops = Array.from({ length: count }, () =>
    learningCurve({ knowledge, truth: drawShop(knowledge, random) }, measured, random),
  )
  return CHECKPOINTS.map((tickets, place) => {
    const mean = (of: (row: LearningRow) => number): number =>
      shops.reduce((sum, rows) => {
        const row = rows[place]
        return row === undefined ? sum : sum + of(row)
      }, 0) / count
    return { tickets, minutes: mean(({ minutes }) => minutes), informed: mean(({ informed }) => informed) }
  })
}

/**
 * What a case costs until it is solved or referred, for the engine, the guide's fixed order and a static order of
 * chance over cost, on cases drawn from the knowledge itself (see world.ts for the kind of case).
 */
export const simulate = (cases: number, seed: number, knowledge: Knowledge): Simulation => {
  // A stream of numbers for each part: more cases in one leave the others as they are.
  const streamOf = (part: number): Random => seeded(seed * 16 + part)
  return {
    cases,
    seed,
    minutes: playAll(cases, knowledge, () => knowledge, streamOf(0)),
    exact: compareExactly(Math.ceil(cases / CASES_TO_EXACT), knowledge, streamOf(1)),
    perturbed: playPerturbed(cases, knowledge, streamOf(2)),
    learning: learn(cases, knowledge, streamOf(3)),
  }
}
