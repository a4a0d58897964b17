import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fix } from '../knowledge/schema.ts'
import type { Choices } from './decide.ts'
import { enumerate, type Posterior, type WeightedSets } from './enumerate.ts'
import type { CheckOption } from './look-ahead.ts'
import { modelOf, type Model } from './model.ts'
import { stillThere, survival, type Finding, type Network, type Trial } from './network.ts'
import type { Situation } from './situation.ts'

/** What is known of a case, as the arithmetic needs it. */
export type Known = {
  readonly findings: readonly Finding[]
  /** Causes that a reading found, by index. */
  readonly found: readonly number[]
  /** One after the other; several fixes may share one sign-in, and so one trial. */
  readonly failed: readonly { readonly fixes: readonly Pick<Fix, 'id'>[]; readonly trial: Trial }[]
  readonly worked: { readonly trial: Trial } | null
  /** What was opened for the fixes tried and the checks made. */
  readonly opened: ReadonlySet<string>
  /** Whether a check needs asking no more: it was, or a reading answers it. */
  readonly isAnswered: (check: CheckOption['check']) => boolean
}

export type Judgement = {
  readonly network: Network
  readonly posterior: Posterior
  /** Null once a fix has worked: there is nothing left to decide. */
  readonly choices: Choices | null
}

/** Planning looks at the heaviest sets only; they hold nearly everything there is to decide. */
const PLANNED_SETS = 100

/** The case as it stands, with what the trials said taken out of the weights; `left` says it from here on. */
const situationOf = ({ members, weights }: WeightedSets, left: readonly number[]): Situation => {
  const planned = members.slice(0, PLANNED_SETS)
  return {
    members: planned,
    weights: Float64Array.from(
      planned,
      (set, index) => (weights[index] ?? 0) / Math.max(stillThere(set, left), 1e-9),
    ),
    left,
  }
}

const choicesOf = (
  { found, failed, opened, isAnswered }: Known,
  sets: WeightedSets,
  network: Network,
  model: Model,
  knowledge: Knowledge,
): Choices => ({
  situation: situationOf(sets, survival(network.rates.length, network.trials)),
  options: model.options.filter(
    ({ fix }) => !failed.some(({ fixes }) => fixes.some(({ id }) => id === fix.id)),
  ),
  checks: model.checks.filter(({ check }) => !isAnswered(check)),
  found,
  ends: model.ends,
  lastResort: knowledge.lastResort.minutes,
  openings: model.openings,
  opened,
  signIn: knowledge.signInMinutes,
})

/** How likely each cause is now, and what there is to choose from. */
export const judge = (known: Known, knowledge: Knowledge): Judgement => {
  const model = modelOf(knowledge)
  const network: Network = {
    rates: model.rates,
    leak: model.leak,
    findings: known.findings,
    trials: known.failed.map(({ trial }) => trial),
    success: known.worked?.trial ?? null,
  }
  const posterior = enumerate(network)
  return {
    network,
    posterior,
    choices: known.worked === null ? choicesOf(known, posterior.sets, network, model, knowledge) : null,
  }
}
