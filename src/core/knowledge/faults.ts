import { LANGUAGES } from '../words/index.ts'
import type { Knowledge } from './knowledge.ts'
import { recordsOf } from './records.ts'

const twice = (kind: string, ids: readonly string[]): readonly string[] =>
  [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `the ${kind} “${id}” is there twice`,
  )

const untranslated = (kind: string, id: string, texts: unknown): readonly string[] => {
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && 'en' in value
      ? LANGUAGES.filter((language) => !Object.hasOwn(value, language)).map(
          (language) => `the ${kind} “${id}” has no ${field} in the language “${language}”`,
        )
      : [],
  )
}

/** Minutes that are saved must be minutes that were counted. */
const faultsOfCosts = ({ fixes, checks, openings, signInMinutes }: Knowledge): readonly string[] => [
  ...twice(
    'opening',
    openings.map(({ id }) => id),
  ),
  ...openings.flatMap(({ id, ...rest }) => untranslated('opening', id, rest)),
  ...[...fixes, ...checks].flatMap((record) => {
    if (record.opening === undefined) return []
    const opening = openings.find(({ id }) => id === record.opening)
    if (opening === undefined) return [`“${record.id}” needs “${record.opening}” open, which there is not`]
    const saved = opening.minutes + ('costsAttempt' in record && record.costsAttempt ? signInMinutes : 0)
    return record.minutes > saved
      ? []
      : [`“${record.id}” takes ${String(record.minutes)} minutes, no more than what it may save`]
  }),
  ...fixes
    .filter(({ costsAttempt, minutes }) => costsAttempt && minutes <= signInMinutes)
    .map(({ id }) => `the fix “${id}” takes no longer than the sign-in try in it`),
]

/** What is wrong between the records, in words for a shop owner; the shape of each was checked before. */
export const faultsOf = (knowledge: Knowledge): readonly string[] => {
  const { symptoms, signs, causes, checks, fixes, codes, advice, warnings, lastResort } = knowledge
  const kinds = recordsOf(knowledge)
  const symptomIds = new Set(symptoms.map((symptom) => symptom.id))
  const causeIds = new Set(causes.map((cause) => cause.id))
  const items = new Set([
    ...symptoms.map(({ id }) => `symptom:${id}`),
    ...signs.map(({ id }) => `sign:${id}`),
    ...checks.map(({ id }) => `check:${id}`),
  ])
  const used = new Set(causes.flatMap((cause) => Object.keys(cause.shows)))
  const referrals = new Set(fixes.filter(({ kind }) => kind === 'refer').map(({ id }) => id))
  const treated = new Set(fixes.flatMap((fix) => Object.keys(fix.fixes)))
  const total = causes.reduce((sum, { prior }) => sum + prior, 0)
  return [
    ...kinds.flatMap(([kind, records]) => [
      ...twice(
        kind,
        records.map(({ id }) => id),
      ),
      ...twice(
        'fact',
        records.flatMap(({ covers }) => covers),
      ),
      ...records.flatMap((record) => untranslated(kind, record.id, record)),
    ]),
    ...causes.flatMap((cause) =>
      Object.keys(cause.shows)
        .filter((item) => !items.has(item))
        .map((item) => `the cause “${cause.id}” shows “${item}”, which there is not`),
    ),
    ...causes
      .filter(({ id }) => !treated.has(id))
      .map(({ id }) => `nothing is said to do about the cause “${id}”`),
    ...causes
      .filter(({ endsOnlyIn }) => endsOnlyIn !== undefined && !referrals.has(endsOnlyIn))
      .map(({ id, endsOnlyIn }) => `the cause “${id}” ends only in “${endsOnlyIn}”, which is no referral`),
    ...[...items].filter((item) => !used.has(item)).map((item) => `no cause uses “${item}”`),
    ...signs
      .filter(({ finds }) => finds !== undefined && !causeIds.has(finds))
      .map(({ id, finds }) => `the sign “${id}” finds the cause “${finds}”, which there is not`),
    ...fixes.flatMap((fix) =>
      Object.keys(fix.fixes)
        .filter((id) => !causeIds.has(id))
        .map((id) => `the fix “${fix.id}” is for the cause “${id}”, which there is not`),
    ),
    ...fixes
      .filter(({ risk, caution }) => risk !== 'none' && caution === undefined)
      .map(({ id }) => `the fix “${id}” has a risk and no caution that says which`),
    ...codes
      .filter(({ symptom }) => symptom !== undefined && !symptomIds.has(symptom))
      .map(({ id, symptom }) => `the code “${id}” stands for the symptom “${symptom}”, which there is not`),
    ...advice.flatMap(({ id, after }) =>
      after
        .filter((cause) => !causeIds.has(cause))
        .map((cause) => `the advice “${id}” is for the cause “${cause}”, which there is not`),
    ),
    ...warnings
      .filter(({ trust }) => trust !== 'C')
      .map(({ id }) => `the warning “${id}” warns of something that is trusted; only trust C is warned of`),
    ...[...fixes, ...checks, ...causes, ...advice]
      .filter(({ trust }) => trust === 'C')
      .map(({ id }) => `“${id}” is doubtful (trust C) and would be proposed`),
    ...faultsOfCosts(knowledge),
    ...(referrals.has(lastResort.fix) ? [] : [`the last resort “${lastResort.fix}” is no referral`]),
    ...(total > 5 ? [`the starting chances of all causes add up to ${total.toFixed(1)}, far too much`] : []),
  ]
}
