import { modelOf } from '../diagnosis/model.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Check, Fix } from '../knowledge/schema.ts'
import type { Intake, World } from './world.ts'

export type Move =
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'fix'; readonly fix: Fix }
  | { readonly kind: 'refer' }

/** All that a way of working may go by. */
export type Seen = {
  readonly intake: Intake
  readonly answers: readonly { readonly check: Check; readonly fails: boolean }[]
  readonly failed: readonly Fix[]
}

/** A way of working: what it does next, seeing what there is to see. */
export type Policy = (seen: Seen) => Move

export type Played = {
  readonly minutes: number
  /** What was tried, in order; the last one ended the trouble if `solved`. */
  readonly tried: readonly Fix[]
  readonly answers: Seen['answers']
  readonly solved: boolean
}

/** A way of working that repeats itself would never end. */
const LONGEST = 200

/** Plays a case to its end: solved, or handed to the last resort, which costs its own minutes. */
export const play = (world: World, policy: Policy, knowledge: Knowledge): Played => {
  const costs = new Map(modelOf(knowledge).options.map(({ fix, cost }) => [fix.id, cost]))
  const left = new Set(world.causes)
  let seen: Seen = { intake: world.intake, answers: [], failed: [] }
  let minutes = 0
  for (let round = 0; round < LONGEST; round += 1) {
    const move = policy(seen)
    if (move.kind === 'refer') break
    if (move.kind === 'check') {
      minutes += move.check.minutes
      seen = {
        ...seen,
        answers: [...seen.answers, { check: move.check, fails: world.fails(move.check) }],
      }
      continue
    }
    minutes += costs.get(move.fix.id) ?? move.fix.minutes
    for (const cause of world.takes(move.fix)) left.delete(cause)
    if (world.causes.length > 0 && left.size === 0)
      return { minutes, tried: [...seen.failed, move.fix], answers: seen.answers, solved: true }
    seen = { ...seen, failed: [...seen.failed, move.fix] }
  }
  return {
    minutes: minutes + knowledge.lastResort.minutes,
    tried: seen.failed,
    answers: seen.answers,
    solved: false,
  }
}
