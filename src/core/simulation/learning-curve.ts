import type { Knowledge } from '../knowledge/knowledge.ts'
import { learn, NO_EXPERIENCE, type Experience } from '../learning/experience.ts'
import { learnedKnowledge } from '../learning/learned-knowledge.ts'
import { enginePolicy, findingsOf } from './engine-policy.ts'
import { play } from './play.ts'
import type { Random } from './random.ts'
import { drawWorld, type World } from './world.ts'

export type LearningRow = {
  /** Closed tickets behind the engine's knowledge. */
  readonly tickets: number
  readonly minutes: number
  /** An engine that knows the shop's true mix of causes. */
  readonly informed: number
}

/** How many tickets were closed when the engine is measured. */
export const CHECKPOINTS = [0, 50, 100, 200] as const
const HIGHEST_PRIOR = 0.5
const ANY = { family: null, region: null }

/** A shop whose mix of causes is another one: every share up to so many times as large or as small. */
export const drawShop = (knowledge: Knowledge, random: Random, most = 4): Knowledge => {
  const total = (causes: Knowledge['causes']): number => causes.reduce((sum, { prior }) => sum + prior, 0)
  const off = knowledge.causes.map((cause) => ({ ...cause, prior: cause.prior * most ** (2 * random() - 1) }))
  const scale = total(knowledge.causes) / total(off)
  return {
    ...knowledge,
    causes: off.map((cause) => ({ ...cause, prior: Math.min(HIGHEST_PRIOR, cause.prior * scale) })),
  }
}

const meanMinutes = (worlds: readonly World[], engine: Knowledge, truth: Knowledge): number => {
  const policy = enginePolicy(engine)
  return worlds.reduce((sum, world) => sum + play(world, policy, truth).minutes, 0) / worlds.length
}

/** Closes tickets one after the other, each worked with what the ones before it have taught. */
export const afterTickets = (
  { count, from }: { readonly count: number; readonly from: Experience },
  knowledge: Knowledge,
  truth: Knowledge,
  random: Random,
): Experience => {
  let experience = from
  for (let ticket = 0; ticket < count; ticket += 1) {
    const believed = learnedKnowledge(knowledge, experience, ANY)
    const world = drawWorld(truth, random)
    const { tried, worked, answers } = play(world, enginePolicy(believed), truth)
    experience = learn(
      experience,
      {
        group: ANY,
        intake: findingsOf(knowledge, { intake: world.intake, answers: [] }),
        answers: findingsOf(knowledge, { intake: { readable: false, evidence: [] }, answers }),
        failed: tried.filter((fix) => !worked.includes(fix)).map(({ id }) => id),
        worked: worked.map(({ id }) => id),
      },
      knowledge,
    )
  }
  return experience
}

/** The same phones at every checkpoint and for both engines, none of them among those learned from. */
export const learningCurve = (
  shop: { readonly knowledge: Knowledge; readonly truth: Knowledge },
  measured: number,
  random: Random,
): readonly LearningRow[] => {
  const { knowledge, truth } = shop
  const worlds = Array.from({ length: measured }, () => drawWorld(truth, random))
  const informed = meanMinutes(worlds, truth, truth)
  let experience = NO_EXPERIENCE
  let closed = 0
  return CHECKPOINTS.map((tickets) => {
    experience = afterTickets({ count: tickets - closed, from: experience }, knowledge, truth, random)
    closed = tickets
    return {
      tickets,
      minutes: meanMinutes(worlds, learnedKnowledge(knowledge, experience, ANY), truth),
      informed,
    }
  })
}
