import { findCheck, findFix } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { textIn, type System } from '../knowledge/text.ts'
import { NO_EXPERIENCE, type Experience } from '../learning/experience.ts'
import { groupOf } from '../learning/group.ts'
import { learnedKnowledge } from '../learning/learned-knowledge.ts'
import type { Readings } from '../reading.ts'
import { againstTrueTime } from '../workstation-clock.ts'
import { symptomsInLog } from '../sign-in-watch/symptoms-in-log.ts'
import type { Language, Say } from '../words/index.ts'
import { reasonsByCause } from './because.ts'
import type { Because, Diagnosis, DiagnosisInput, Learned } from './diagnosis.ts'
import type { Posterior } from './enumerate.ts'
import { gatherEvidence, isSettled } from './evidence.ts'
import { hear } from '../hearing/hear.ts'
import { judge } from './judge.ts'
import { modelOf } from './model.ts'
import { planFor } from './plan.ts'
import { sayIn } from './say-in.ts'
import { learnedShare, startsFrom, withStart } from './starting-share.ts'
import { triedFixes } from './tried.ts'

const systemOf = (readings: Readings): System | null => {
  const family = readings['os.family']
  const version = readings['os.version']
  return family?.status === 'measured' && (family.value === 'MIUI' || family.value === 'HyperOS')
    ? { family: family.value, version: version?.status === 'measured' ? version.value : null }
    : null
}

/** What stands open at the counter, because a step that was done needed it. */
const openedIn = (
  knowledge: Knowledge,
  { attempts = [], checks = {} }: DiagnosisInput,
): ReadonlySet<string> =>
  new Set(
    [
      ...attempts.map(({ fix }) => findFix(knowledge, fix)),
      ...Object.keys(checks).map((id) => findCheck(knowledge, id)),
    ].flatMap((record) => record?.opening ?? []),
  )

const ranked = (
  { learned, guessed }: { readonly learned: Knowledge; readonly guessed: Knowledge },
  { chances }: Posterior,
  reasons: readonly (readonly Because[])[],
  sharesOf: (cause: Knowledge['causes'][number]) => Learned | null,
  language: Language,
  say: Say,
): Diagnosis['causes'] =>
  learned.causes
    .map(({ id, title, covers, prior }, index) => {
      const guess = guessed.causes[index]
      const own = guess === undefined ? null : sharesOf(guess)
      return {
        id,
        title: textIn(title, language),
        covers,
        prior,
        ...(own !== null && { learned: own }),
        probability: chances[index] ?? 0,
        because: withStart(reasons[index] ?? [], startsFrom(prior, own, say)),
      }
    })
    .toSorted((one, other) => other.probability - one.probability)

/**
 * What is probably wrong and what to do next, from whatever is known of a case. Never throws on a case: unknown ids
 * say nothing here (see check-input.ts), and what could not be read counts neither for nor against anything.
 * Starting guesses and chances of success are the shop's own as far as `experience` has seen such phones.
 */
export const diagnose = (
  given: DiagnosisInput,
  guessed: Knowledge,
  language: Language,
  experience: Experience = NO_EXPERIENCE,
): Diagnosis => {
  const input = given.readings ? { ...given, readings: againstTrueTime(given.readings) } : given
  const say = sayIn(language)
  const group = groupOf(input.readings ?? {})
  const knowledge = learnedKnowledge(guessed, experience, group)
  const model = modelOf(knowledge)
  // What was learnt changes no words, and an ear made for each group of phones would cost more than all the rest.
  const heard = hear(input.said ?? '', guessed).filter(
    ({ symptom }) => input.meant?.includes(symptom) ?? true,
  )
  const logged = symptomsInLog(input.logged ?? [], guessed).filter(
    ({ symptom }) => input.meant?.includes(symptom) ?? true,
  )
  const evidence = gatherEvidence({ knowledge, input, heard, logged, language, say })
  const tried = triedFixes(knowledge, model, input.attempts ?? [], language)
  const worked = tried.findLast(({ outcome }) => outcome === 'worked')
  const answered = new Set(Object.keys(input.checks ?? {}))
  const { network, posterior, choices } = judge(
    {
      findings: evidence.map(({ finding }) => finding),
      found: [...new Set(evidence.flatMap(({ finds }) => finds ?? []))],
      failed: tried.filter((each) => each !== worked),
      worked: worked ?? null,
      opened: openedIn(knowledge, input),
      isAnswered: ({ id, covers, settledBy }) =>
        [id, ...covers].some((each) => answered.has(each)) || isSettled(settledBy, input.readings ?? {}),
    },
    knowledge,
  )
  const reasons = reasonsByCause(network, posterior.sets, evidence, tried, say)
  const plan =
    choices === null
      ? { next: null, plan: [], expectedMinutes: 0, turns: [] }
      : planFor({
          knowledge,
          choices,
          found: new Map(
            evidence.flatMap(({ finds, text }) => (finds === null ? [] : [[finds, text] as const])),
          ),
          system: systemOf(input.readings ?? {}),
          language,
          say,
        })
  return {
    schema: 1,
    causes: ranked(
      { learned: knowledge, guessed },
      posterior,
      reasons,
      (cause) => learnedShare(experience, group, cause),
      language,
      say,
    ),
    ...plan,
    heard,
    knowledgeVersion: knowledge.version,
  }
}
