import { findCheck, findSymptom, publicId } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { questionsOf } from '../knowledge/predicate.ts'
import type { Symptom } from '../knowledge/schema.ts'
import { textIn } from '../knowledge/text.ts'
import type { Readings } from '../reading.ts'
import type { SymptomInLog } from '../sign-in-watch/symptoms-in-log.ts'
import type { Language, Say } from '../words/index.ts'
import { sayLogged } from '../words/say-observation.ts'
import type { DiagnosisInput } from './diagnosis.ts'
import type { Heard } from '../hearing/hear.ts'
import { modelOf } from './model.ts'
import type { Finding } from './network.ts'
import { sentence } from './sentence.ts'
import { signHolds } from './sign-holds.ts'
import { signValues } from './sign-values.ts'

/** A finding with the words for it. */
export type Evidence = {
  /** "reading:clock.offset", "symptom:SY01", "check:CK01". */
  readonly name: string
  readonly finding: Finding
  /** Empty: it counts, but there is nothing worth saying. */
  readonly text: string
  /** Index of the cause that this finds, as against making it likelier. */
  readonly finds: number | null
}

type Asked = {
  readonly knowledge: Knowledge
  readonly input: DiagnosisInput
  readonly heard: readonly Heard[]
  readonly logged: readonly SymptomInLog[]
  readonly language: Language
  readonly say: Say
}

const fromReadings = ({ knowledge, input, language, say }: Asked): readonly Evidence[] => {
  const readings = input.readings ?? {}
  return knowledge.signs.flatMap((sign) => {
    const holds = signHolds(sign.when, readings)
    if (holds === null) return []
    const found = knowledge.causes.findIndex(({ id }) => id === sign.finds)
    const text = holds ? sign.text : sign.otherwise
    return [
      {
        name: `reading:${questionsOf(sign.when)[0]?.reading ?? sign.id}`,
        finding: { holds, leak: sign.leak, strengths: modelOf(knowledge).strengths(`sign:${sign.id}`) },
        text:
          text === undefined
            ? ''
            : sentence(textIn(text, language), language, signValues(sign.when, readings, say)),
        finds: holds && found >= 0 ? found : null,
      },
    ]
  })
}

const symptomText = (symptom: Symptom, { heard, logged, language, say }: Asked): string => {
  const seen = logged.find((each) => each.symptom === symptom.id)?.seen
  if (seen) return sayLogged(seen, say)
  const words = heard.find((each) => each.symptom === symptom.id)?.words
  return words === undefined
    ? say('diagnosis.because.symptom', { title: textIn(symptom.title, language) })
    : say('diagnosis.because.said', { words })
}

const fromSymptoms = (asked: Asked): readonly Evidence[] => {
  const { knowledge, input, heard, logged } = asked
  const ticked = (input.symptoms ?? []).flatMap((id) => findSymptom(knowledge, id) ?? [])
  const found = [...heard, ...logged].flatMap(({ symptom }) => findSymptom(knowledge, symptom) ?? [])
  // Not ticked is not "no": only what is there speaks. Once, however often it was said, seen and ticked.
  return [...new Set([...ticked, ...found])].map((symptom) => ({
    name: `symptom:${publicId(symptom)}`,
    finding: {
      holds: true,
      leak: symptom.leak,
      strengths: modelOf(knowledge).strengths(`symptom:${symptom.id}`),
    },
    text: symptomText(symptom, asked),
    finds: null,
  }))
}

/** Whether the readings answer a check, so that nobody needs to look by hand. */
export const isSettled = (settledBy: readonly string[], readings: Readings): boolean => {
  const byId: Readonly<Record<string, Readings[keyof Readings]>> = readings
  return (
    settledBy.length > 0 &&
    settledBy.every((id) => byId[id] !== undefined && byId[id].status !== 'unreadable')
  )
}

const fromChecks = ({ knowledge, input, language }: Asked): readonly Evidence[] =>
  Object.entries(input.checks ?? {}).flatMap(([id, result]) => {
    const check = findCheck(knowledge, id)
    if (check === undefined || result === 'unknown') return []
    if (isSettled(check.settledBy, input.readings ?? {})) return []
    const fails = result === 'fails'
    return [
      {
        name: `check:${publicId(check)}`,
        finding: {
          holds: fails,
          leak: check.leak,
          strengths: modelOf(knowledge).strengths(`check:${check.id}`),
        },
        text: textIn(fails ? check.fails : check.passes, language),
        finds: null,
      },
    ]
  })

/** Everything that speaks: readings, symptoms ticked or heard, answers to checks. What is not known is not in it. */
export const gatherEvidence = (asked: Asked): readonly Evidence[] => [
  ...fromReadings(asked),
  ...fromSymptoms(asked),
  ...fromChecks(asked),
]
