import { modelOf, type ByCause } from '../diagnosis/model.ts'
import type { Option } from '../diagnosis/rules.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { everySet } from './every-set.ts'
import { minutesOf, type Move, type Policy, type Seen } from './play.ts'
import type { Intake } from './world.ts'

/**
 * Everything that can be known of a small case: which fixes were tried (all failed), as the bits of a number, and what
 * each check said, as the digits of a number in base three.
 */
type State = { readonly tried: number; readonly asked: number }
const OPEN = 0
const PASSES = 1
const FAILS = 2

export type Exact = {
  /** Expected minutes to the end under the best plan that the rules allow. */
  readonly optimum: () => number
  /** Expected minutes to the end under a way of working, every answer and outcome weighed by its chance. */
  readonly under: (policy: Policy) => number
}

/** As in course.ts: a phone likelier locked than not is referred and nothing else is tried. The optimum keeps to it too. */
const LOCKED_FROM = 0.5
/** What hardly ever happens is not followed. */
const NEVER = 1e-12

const has = (bits: number, index: number): boolean => (bits & (1 << index)) !== 0
const answerOf = (asked: number, check: number): number => Math.floor(asked / 3 ** check) % 3

/** Every fix by itself, and up to three of those that may share a sign-in try. */
const bundlesOf = (options: readonly Option[]): readonly (readonly number[])[] => {
  const alone = options.map((_, index) => [index])
  const sharing = alone.filter(([index = 0]) => options[index]?.shares === true)
  const grown = (bundles: readonly (readonly number[])[]): readonly (readonly number[])[] =>
    bundles.flatMap((bundle) =>
      sharing.flatMap(([index = 0]) => (index > (bundle.at(-1) ?? 0) ? [[...bundle, index]] : [])),
    )
  const pairs = grown(sharing)
  return [...alone, ...pairs, ...grown(pairs)]
}

/** Makes each thing once. */
const kept = <T>(make: (key: number) => T): ((key: number) => T) => {
  const made = new Map<number, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/** P(the trouble is still there | a set of causes and the fixes tried), and P(set and answers), set by set. */
const chancesOf = (knowledge: Knowledge, intake: Intake, checks: Knowledge['checks']) => {
  const model = modelOf(knowledge)
  const sets = everySet(knowledge, intake)
  const noneOf = (set: number, leak: number, strengths: ByCause): number =>
    [...strengths].reduce((none, [cause, chance]) => (has(set, cause) ? none * (1 - chance) : none), 1 - leak)
  const passing = checks.map(({ id, leak }) =>
    Float64Array.from(sets, (_, set) => noneOf(set, leak, model.strengths(`check:${id}`))),
  )
  const answered = kept((asked) =>
    sets.map((weight, set) =>
      checks.reduce((product, _, check) => {
        const answer = answerOf(asked, check)
        if (answer === OPEN) return product
        const passes = passing[check]?.[set] ?? 1
        return product * (answer === PASSES ? passes : 1 - passes)
      }, weight),
    ),
  )
  const still = kept((tried) => {
    const left = knowledge.causes.map((_, cause) =>
      model.options.reduce(
        (rest, { fix }, index) =>
          has(tried, index) ? rest * (1 - (model.removes(fix).get(cause) ?? 0)) : rest,
        1,
      ),
    )
    return sets.map((_, set) =>
      set === 0 ? 1 : 1 - left.reduce((gone, each, cause) => (has(set, cause) ? gone * (1 - each) : gone), 1),
    )
  })
  const isLocked = Array.from(sets, (_, set) => [...model.ends.keys()].some((cause) => has(set, cause)))
  return { answered, still, isLocked }
}

/** A small case as a tree of everything that may happen, walked once a state: dynamic programming over what is known. */
export const exact = (knowledge: Knowledge, intake: Intake): Exact => {
  const { options } = modelOf(knowledge)
  const checks = knowledge.checks.filter(({ settledBy }) => !(intake.readable && settledBy.length > 0))
  const lastResort = knowledge.lastResort.minutes
  const { answered, still, isLocked } = chancesOf(knowledge, intake, checks)
  const ways = 3 ** checks.length
  const bundles = bundlesOf(options)
  const keyOf = ({ tried, asked }: State): number => tried * ways + asked

  /** P(this is what is known, and the trouble is still there), and the part of it with a locked phone. */
  const massAt = kept((key) => {
    const weights = answered(key % ways)
    const left = still(Math.floor(key / ways))
    let all = 0
    let locked = 0
    for (let set = 0; set < weights.length; set += 1) {
      const mass = (weights[set] ?? 0) * (left[set] ?? 0)
      all += mass
      if (isLocked[set] === true) locked += mass
    }
    return { all, locked }
  })

  const seenIn = ({ tried, asked }: State): Seen => ({
    intake,
    answers: checks.flatMap((check, index) => {
      const answer = answerOf(asked, index)
      return answer === OPEN ? [] : [{ check, fails: answer === FAILS }]
    }),
    failed: options.flatMap(({ fix }, index) => (has(tried, index) ? [fix] : [])),
  })
  /** Moves by number: the bundles of fixes, then the checks. */
  const moves = [
    ...bundles.map((fixes) => ({
      kind: 'fix' as const,
      fixes: fixes.flatMap((index) => options[index]?.fix ?? []),
      bits: fixes.reduce((bits, index) => bits | (1 << index), 0),
    })),
    ...checks.map((check, index) => ({ kind: 'check' as const, check, index })),
  ]
  const opensAt = [...options.map(({ opening }) => opening), ...checks.map(({ opening }) => opening ?? null)]
  const openings = [...new Set(opensAt)].filter((each) => each !== null)
  /** What stands open, as the bits of a number: what a move costs depends on that and nothing else of the state. */
  const openIn = ({ tried, asked }: State): number =>
    opensAt.reduce((bits, opening, place) => {
      const isDone =
        place < options.length ? has(tried, place) : answerOf(asked, place - options.length) !== OPEN
      return opening !== null && isDone ? bits | (1 << openings.indexOf(opening)) : bits
    }, 0)
  const spentBy = new Map<number, number>()
  const spentOn = (state: State, move: number): number => {
    const key = openIn(state) * moves.length + move
    const known = spentBy.get(key)
    if (known !== undefined) return known
    const chosen = moves[move]
    const made = chosen === undefined ? 0 : minutesOf(chosen, seenIn(state), knowledge)
    spentBy.set(key, made)
    return made
  }
  type Follow = (state: State) => number
  /** What a move costs from here to the end, if what comes after it costs what `follow` says. */
  const costOf = (state: State, move: number, follow: Follow): number => {
    const { tried, asked } = state
    const chosen = moves[move]
    if (chosen === undefined) return lastResort
    const next =
      chosen.kind === 'fix'
        ? [{ tried: tried | chosen.bits, asked }]
        : [PASSES, FAILS].map((answer) => ({ tried, asked: asked + answer * 3 ** chosen.index }))
    const now = massAt(keyOf(state)).all
    return next.reduce(
      (sum, each) => {
        const share = massAt(keyOf(each)).all / now
        return share <= NEVER ? sum : sum + share * follow(each)
      },
      spentOn(state, move),
    )
  }
  const isOpen = ({ tried, asked }: State, move: number): boolean => {
    const chosen = moves[move]
    if (chosen === undefined) return false
    return chosen.kind === 'fix' ? (chosen.bits & tried) === 0 : answerOf(asked, chosen.index) === OPEN
  }

  const walk = (choose: (state: State, follow: Follow) => number): number => {
    const costAt = kept((key: number): number => {
      const { all, locked } = massAt(key)
      if (locked >= all * LOCKED_FROM) return lastResort
      return choose({ tried: Math.floor(key / ways), asked: key % ways }, (state) => costAt(keyOf(state)))
    })
    return costAt(keyOf({ tried: 0, asked: 0 }))
  }

  const bitsOf = (fixes: readonly { readonly id: string }[]): number =>
    fixes.reduce((bits, { id }) => bits | (1 << options.findIndex(({ fix }) => fix.id === id)), 0)
  const numberOf = (move: Exclude<Move, { kind: 'refer' }>): number =>
    move.kind === 'fix'
      ? moves.findIndex((each) => each.kind === 'fix' && each.bits === bitsOf(move.fixes))
      : moves.findIndex((each) => each.kind === 'check' && each.check.id === move.check.id)

  return {
    optimum: () =>
      walk((state, follow) => {
        let least = lastResort
        for (let move = 0; move < moves.length; move += 1)
          if (isOpen(state, move)) least = Math.min(least, costOf(state, move, follow))
        return least
      }),
    under: (policy) =>
      walk((state, follow) => {
        const move = policy(seenIn(state))
        return move.kind === 'refer' ? lastResort : costOf(state, numberOf(move), follow)
      }),
  }
}
