import { findCheck, findFix, findSymptom, publicId } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { questionsOf } from '../knowledge/predicate.ts'
import type { Fix } from '../knowledge/schema.ts'
import { textIn } from '../knowledge/text.ts'
import type { Readings } from '../reading.ts'
import type { Language, Say } from '../words/index.ts'
import type { DiagnosisInput } from './diagnosis.ts'
import type { Heard } from './hear.ts'
import type { Finding, Trial } from './network.ts'
import { sentence } from './sentence.ts'
import { signHolds } from './sign-holds.ts'
import { signValues } from './sign-values.ts'

/** A finding with the words for it. */
export type Evidence = {
  /** "reading:clock.offset", "symptom:SY01", "check:CK01". */
  readonly name: string
  readonly finding: Finding
  readonly text: string
  /** Index of the cause that this finds, as against making it likelier. */
  readonly finds: number | null
}

export type Tried = {
  readonly name: string
  readonly fix: Fix
  readonly title: string
  readonly trial: Trial
  readonly outcome: 'failed' | 'partly' | 'worked'
}

/** A fix that helped in part was no full success and no full failure. */
const PARTLY_COUNTS = 0.5

export type Strengths = ReadonlyMap<string, ReadonlyMap<number, number>>

const worked = new WeakMap<Knowledge, Strengths>()

/** By "sign:ID", "symptom:ID", "check:ID"; worked out once for each knowledge base. */
export const strengthsByItem = (knowledge: Knowledge): Strengths => {
  const known = worked.get(knowledge)
  if (known !== undefined) return known
  const byItem = new Map<string, Map<number, number>>()
  knowledge.causes.forEach((cause, index) => {
    for (const [item, chance] of Object.entries(cause.shows)) {
      const causes = byItem.get(item) ?? new Map<number, number>()
      byItem.set(item, causes.set(index, chance))
    }
  })
  worked.set(knowledge, byItem)
  return byItem
}

export const NONE: ReadonlyMap<number, number> = new Map()

const fromReadings = (
  knowledge: Knowledge,
  strengths: Strengths,
  readings: Readings,
  language: Language,
  say: Say,
): readonly Evidence[] => {
  return knowledge.signs.flatMap((sign) => {
    const holds = signHolds(sign.when, readings)
    if (holds === null) return []
    const found = knowledge.causes.findIndex(({ id }) => id === sign.finds)
    const [first] = questionsOf(sign.when)
    const text = holds ? sign.text : sign.otherwise
    return [
      {
        name: `reading:${first?.reading ?? sign.id}`,
        finding: { holds, leak: sign.leak, strengths: strengths.get(`sign:${sign.id}`) ?? NONE },
        text:
          text === undefined
            ? ''
            : sentence(textIn(text, language), language, signValues(sign.when, readings, say)),
        finds: holds && found >= 0 ? found : null,
      },
    ]
  })
}

const fromSymptoms = (
  knowledge: Knowledge,
  strengths: Strengths,
  ids: readonly string[],
  heard: readonly Heard[],
  language: Language,
  say: Say,
): readonly Evidence[] => {
  const ticked = ids.flatMap((id) => findSymptom(knowledge, id) ?? [])
  const spoken = heard.flatMap(({ symptom }) => findSymptom(knowledge, symptom) ?? [])
  // Not ticked is not "no": only what is there speaks.
  return [...new Set([...ticked, ...spoken])].map((symptom) => {
    const words = heard.find((each) => each.symptom === symptom.id)?.words
    return {
      name: `symptom:${publicId(symptom)}`,
      finding: { holds: true, leak: symptom.leak, strengths: strengths.get(`symptom:${symptom.id}`) ?? NONE },
      text:
        words === undefined
          ? say('diagnosis.because.symptom', { title: textIn(symptom.title, language) })
          : say('diagnosis.because.said', { words }),
      finds: null,
    }
  })
}

/** Whether the readings answer a check, so that nobody needs to look by hand. */
export const isSettled = (settledBy: readonly string[], readings: Readings): boolean => {
  const byId: Readonly<Record<string, Readings[keyof Readings]>> = readings
  return (
    settledBy.length > 0 &&
    settledBy.every((id) => byId[id] !== undefined && byId[id].status !== 'unreadable')
  )
}

const fromChecks = (
  knowledge: Knowledge,
  strengths: Strengths,
  input: DiagnosisInput,
  language: Language,
): readonly Evidence[] =>
  Object.entries(input.checks ?? {}).flatMap(([id, result]) => {
    const check = findCheck(knowledge, id)
    if (check === undefined || result === 'unknown') return []
    if (isSettled(check.settledBy, input.readings ?? {})) return []
    return [
      {
        name: `check:${publicId(check)}`,
        finding: {
          holds: result === 'fails',
          leak: check.leak,
          strengths: strengths.get(`check:${check.id}`) ?? NONE,
        },
        text: textIn(result === 'fails' ? check.fails : check.passes, language),
        finds: null,
      },
    ]
  })

export const trialOf = (knowledge: Knowledge, fix: Fix, share = 1): Trial => ({
  removes: new Map(
    knowledge.causes.flatMap(({ id }, index) => {
      const chance = fix.fixes[id]
      return chance === undefined ? [] : [[index, chance * share] as const]
    }),
  ),
})

/** Each fix once, with its last outcome: what was repeated tells little new, and what worked may have come back. */
export const triedFixes = (
  knowledge: Knowledge,
  input: DiagnosisInput,
  language: Language,
): readonly Tried[] => {
  const last = new Map<Fix, Tried['outcome']>()
  for (const { fix: id, outcome } of input.attempts ?? []) {
    const fix = findFix(knowledge, id)
    if (fix !== undefined) last.set(fix, outcome)
  }
  return [...last].map(([fix, outcome]) => ({
    name: `attempt:${publicId(fix)}`,
    fix,
    title: textIn(fix.title, language),
    trial: trialOf(knowledge, fix, outcome === 'partly' ? PARTLY_COUNTS : 1),
    outcome,
  }))
}

export const gatherEvidence = (
  knowledge: Knowledge,
  input: DiagnosisInput,
  heard: readonly Heard[],
  language: Language,
  say: Say,
): readonly Evidence[] => {
  const strengths = strengthsByItem(knowledge)
  return [
    ...fromReadings(knowledge, strengths, input.readings ?? {}, language, say),
    ...fromSymptoms(knowledge, strengths, input.symptoms ?? [], heard, language, say),
    ...fromChecks(knowledge, strengths, input, language),
  ]
}
