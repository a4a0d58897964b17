import type { Knowledge } from '../knowledge/knowledge.ts'
import { textIn, type Family } from '../knowledge/text.ts'
import type { Readings } from '../reading.ts'
import type { Language } from '../words/index.ts'
import { baseRates, type BaseRates } from './base-rates.ts'
import { reasonsByCause } from './because.ts'
import type { Option, Situation } from './course.ts'
import type { Because, Diagnosis, DiagnosisInput } from './diagnosis.ts'
import { enumerate, type WeightedSets } from './enumerate.ts'
import { gatherEvidence, isSettled, NONE, strengthsByItem, trialOf, triedFixes } from './evidence.ts'
import { hear } from './hear.ts'
import type { CheckOption } from './look-ahead.ts'
import { stillThere, survival, type Network } from './network.ts'
import { planFor } from './plan.ts'
import { sayIn } from './say-in.ts'

/** Planning looks at the heaviest sets only; they hold nearly everything there is to decide. */
const PLANNED_SETS = 200

const rates = new WeakMap<Knowledge, BaseRates>()
const ratesOf = (knowledge: Knowledge): BaseRates => {
  const known = rates.get(knowledge)
  if (known !== undefined) return known
  const computed = baseRates(
    knowledge.causes.map(({ prior }) => prior),
    knowledge.unlisted,
  )
  rates.set(knowledge, computed)
  return computed
}

const familyOf = (readings: Readings): Family | null => {
  const reading = readings['os.family']
  return reading?.status === 'measured' && (reading.value === 'MIUI' || reading.value === 'HyperOS')
    ? reading.value
    : null
}

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

/**
 * What is probably wrong and what to do next, from whatever is known of a case. Never throws on a case: unknown ids
 * say nothing here (see check-input.ts), and what could not be read counts neither for nor against anything.
 */
export const diagnose = (input: DiagnosisInput, knowledge: Knowledge, language: Language): Diagnosis => {
  const say = sayIn(language)
  const readings = input.readings ?? {}
  const heard = hear(input.said ?? '', knowledge, language)
  const evidence = gatherEvidence(knowledge, input, heard, language, say)
  const tried = triedFixes(knowledge, input, language)
  const worked = tried.find(({ outcome }) => outcome === 'worked')
  const network: Network = {
    ...ratesOf(knowledge),
    findings: evidence.map(({ finding }) => finding),
    trials: tried.filter((each) => each !== worked).map(({ trial }) => trial),
    success: worked?.trial ?? null,
  }
  const { chances, sets } = enumerate(network)
  const reasons = reasonsByCause(network, sets, evidence, tried, say)

  const startingGuess = (prior: number): Because => ({
    evidence: 'prior',
    effect: 'for',
    factor: 1,
    text: say('diagnosis.because.prior', { percent: Math.round(prior * 100) }),
  })
  const causes = knowledge.causes
    .map((cause, index) => {
      const because = reasons[index] ?? []
      return {
        id: cause.id,
        title: textIn(cause.title, language),
        covers: cause.covers,
        probability: chances[index] ?? 0,
        because: because.length > 0 ? because : [startingGuess(cause.prior)],
      }
    })
    .toSorted((one, other) => other.probability - one.probability)

  const finished = worked !== undefined
  const left = survival(chances.length, network.trials)
  const options: readonly Option[] = knowledge.fixes
    .filter((fix) => fix.kind === 'fix' && !tried.some((each) => each.fix === fix))
    .map((fix) => ({
      fix,
      cost: fix.minutes + fix.waitHours * knowledge.minutesPerWaitHour,
      removes: [...trialOf(knowledge, fix).removes],
    }))
  const strengths = strengthsByItem(knowledge)
  const answered = new Set(Object.keys(input.checks ?? {}))
  const checks: readonly CheckOption[] = knowledge.checks
    .filter((check) => !answered.has(check.id) && !check.covers.some((id) => answered.has(id)))
    .filter((check) => !isSettled(check.settledBy, readings))
    .map((check) => ({
      check,
      finding: { leak: check.leak, strengths: strengths.get(`check:${check.id}`) ?? NONE },
    }))
  const found = new Map(
    evidence.flatMap(({ finds, text }) => (finds === null ? [] : [[finds, text] as const])),
  )
  const plan = finished
    ? { next: null, plan: [], expectedMinutes: 0 }
    : planFor({
        knowledge,
        situation: situationOf(sets, left),
        options,
        checks,
        found,
        family: familyOf(readings),
        language,
        say,
      })
  return {
    schema: 1,
    causes,
    ...plan,
    heard,
    knowledgeVersion: knowledge.version,
  }
}
