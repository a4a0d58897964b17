import type { Knowledge } from '../knowledge/knowledge.ts'
import { textIn, type Family } from '../knowledge/text.ts'
import type { Readings } from '../reading.ts'
import type { Language, Say } from '../words/index.ts'
import { reasonsByCause } from './because.ts'
import type { Situation } from './course.ts'
import type { Because, Diagnosis, DiagnosisInput } from './diagnosis.ts'
import { enumerate, type Posterior, type WeightedSets } from './enumerate.ts'
import { gatherEvidence, isSettled } from './evidence.ts'
import { hear } from './hear.ts'
import type { CheckOption } from './look-ahead.ts'
import { modelOf } from './model.ts'
import { stillThere, survival, type Network } from './network.ts'
import { planFor } from './plan.ts'
import { sayIn } from './say-in.ts'
import { triedFixes } from './tried.ts'

/** Planning looks at the heaviest sets only; they hold nearly everything there is to decide. */
const PLANNED_SETS = 100

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

/** Checks that are neither answered nor answered by a reading. */
const openChecks = (knowledge: Knowledge, input: DiagnosisInput): readonly CheckOption[] => {
  const answered = new Set(Object.keys(input.checks ?? {}))
  return knowledge.checks
    .filter(({ id, covers }) => ![id, ...covers].some((each) => answered.has(each)))
    .filter(({ settledBy }) => !isSettled(settledBy, input.readings ?? {}))
    .map((check) => ({
      check,
      finding: { leak: check.leak, strengths: modelOf(knowledge).strengths(`check:${check.id}`) },
    }))
}

const ranked = (
  knowledge: Knowledge,
  { chances }: Posterior,
  reasons: readonly (readonly Because[])[],
  language: Language,
  say: Say,
): Diagnosis['causes'] => {
  const startingGuess = (prior: number): Because => ({
    evidence: 'prior',
    effect: 'for',
    factor: 1,
    direct: true,
    text: say('diagnosis.because.prior', { percent: Math.round(prior * 100) }),
  })
  return knowledge.causes
    .map(({ id, title, covers, prior }, index) => {
      const because = reasons[index] ?? []
      return {
        id,
        title: textIn(title, language),
        covers,
        probability: chances[index] ?? 0,
        because: because.length > 0 ? because : [startingGuess(prior)],
      }
    })
    .toSorted((one, other) => other.probability - one.probability)
}

/**
 * What is probably wrong and what to do next, from whatever is known of a case. Never throws on a case: unknown ids
 * say nothing here (see check-input.ts), and what could not be read counts neither for nor against anything.
 */
export const diagnose = (input: DiagnosisInput, knowledge: Knowledge, language: Language): Diagnosis => {
  const say = sayIn(language)
  const model = modelOf(knowledge)
  const heard = hear(input.said ?? '', knowledge, language).filter(
    ({ symptom }) => input.meant?.includes(symptom) ?? true,
  )
  const evidence = gatherEvidence({ knowledge, input, heard, language, say })
  const tried = triedFixes(knowledge, model, input.attempts ?? [], language)
  const worked = tried.find(({ outcome }) => outcome === 'worked')
  const network: Network = {
    rates: model.rates,
    leak: model.leak,
    findings: evidence.map(({ finding }) => finding),
    trials: tried.filter((each) => each !== worked).map(({ trial }) => trial),
    success: worked?.trial ?? null,
  }
  const posterior = enumerate(network)
  const reasons = reasonsByCause(network, posterior.sets, evidence, tried, say)
  const plan =
    worked === undefined
      ? planFor({
          knowledge,
          situation: situationOf(posterior.sets, survival(model.rates.length, network.trials)),
          options: model.options.filter(({ fix }) => !tried.some((each) => each.fix === fix)),
          checks: openChecks(knowledge, input),
          found: new Map(
            evidence.flatMap(({ finds, text }) => (finds === null ? [] : [[finds, text] as const])),
          ),
          family: familyOf(input.readings ?? {}),
          language,
          say,
        })
      : { next: null, plan: [], expectedMinutes: 0 }
  return {
    schema: 1,
    causes: ranked(knowledge, posterior, reasons, language, say),
    ...plan,
    heard,
    knowledgeVersion: knowledge.version,
  }
}
