import { modelOf } from '../diagnosis/model.ts'
import { costTogether, savedBy } from '../diagnosis/rules.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Check, Fix } from '../knowledge/schema.ts'
import type { Intake, World } from './world.ts'

export type Move =
  | { readonly kind: 'check'; readonly check: Check }
  /** One fix, or several before the same sign-in try. */
  | { readonly kind: 'fix'; readonly fixes: readonly Fix[] }
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
  /** What ended the trouble: one fix, or those that shared the last sign-in try. */
  readonly worked: readonly Fix[]
  readonly answers: Seen['answers']
  readonly solved: boolean
}

/** A way of working that repeats itself would never end. */
const LONGEST = 200

/** What stands open, because something that was done needed it. */
export const openedIn = ({ answers, failed }: Pick<Seen, 'answers' | 'failed'>): ReadonlySet<string> =>
  new Set([...answers.map(({ check }) => check), ...failed].flatMap(({ opening }) => opening ?? []))

/** What a move costs here; everybody saves what stands open already. */
export const minutesOf = (
  move: Exclude<Move, { kind: 'refer' }>,
  seen: Pick<Seen, 'answers' | 'failed'>,
  knowledge: Knowledge,
): number => {
  const { options, openings } = modelOf(knowledge)
  const opened = openedIn(seen)
  if (move.kind === 'check') return move.check.minutes - savedBy(move.check.opening ?? null, opened, openings)
  const chosen = move.fixes.flatMap(({ id }) => options.find(({ fix }) => fix.id === id) ?? [])
  return costTogether(chosen, { opened, openings, signIn: knowledge.signInMinutes })
}

/** Plays a case to its end: solved, or handed to the last resort, which costs its own minutes. */
export const play = (world: World, policy: Policy, knowledge: Knowledge): Played => {
  const left = new Set(world.causes)
  let seen: Seen = { intake: world.intake, answers: [], failed: [] }
  let minutes = 0
  for (let round = 0; round < LONGEST; round += 1) {
    const move = policy(seen)
    if (move.kind === 'refer') break
    minutes += minutesOf(move, seen, knowledge)
    if (move.kind === 'check') {
      seen = {
        ...seen,
        answers: [...seen.answers, { check: move.check, fails: world.fails(move.check) }],
      }
      continue
    }
    for (const fix of move.fixes) for (const cause of world.takes(fix)) left.delete(cause)
    if (world.causes.length > 0 && left.size === 0)
      return {
        minutes,
        tried: [...seen.failed, ...move.fixes],
        worked: move.fixes,
        answers: seen.answers,
        solved: true,
      }
    seen = { ...seen, failed: [...seen.failed, ...move.fixes] }
  }
  return {
    minutes: minutes + knowledge.lastResort.minutes,
    tried: seen.failed,
    worked: [],
    answers: seen.answers,
    solved: false,
  }
}
