import { z } from 'zod'
import { LOG_SERVICES, LOG_ERRORS } from '../sign-in-watch/observation.ts'
import { predicateSchema } from './predicate.ts'

/** A text in every language that there is; English is the one that every record must have. */
const text = z.string('words are missing here').trim().min(1, 'words are missing here')
const texts = z.strictObject({ en: text }, 'words are missing here').catchall(text)

/** Where a menu was elsewhere in older versions: the words before that version, and from it on. */
const menu = z.union([
  z.string().trim().min(1),
  z.strictObject({
    before: z.string().regex(/^\d+(?:\.\d+)*$/, 'a version is written in figures and dots, such as 12.5'),
    older: z.string().trim().min(1),
    newer: z.string().trim().min(1),
  }),
])
/** One thing to do; an object where the menus of MIUI and HyperOS differ. */
const step = z.union([z.string().trim().min(1), z.strictObject({ MIUI: menu, HyperOS: menu })])
const stepLists = z.strictObject({ en: z.array(step).min(1) }).catchall(z.array(step).min(1))

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is written in small letters with hyphens')
const factId = z.string().regex(/^[A-Z]{2}\d{2,3}$/, 'a fact id is two capitals and a number, such as CA22')
/** Below 1: nothing that a model says is certain, and a certain "never" could not be taken back by evidence. */
const number = z.number('a number is needed, such as 0.2')
const chance = number
  .gt(0, 'a chance is above 0; leave the line out for “never”')
  .max(0.999, 'a chance is at most 0.999: nothing is certain')
const prior = number
  .gt(0, 'a starting chance is above 0')
  .max(0.5, 'a starting chance is at most 0.5: no cause is there in more than half of all cases')
const minutes = number
  .gt(0, 'a step takes more than 0 minutes')
  .max(600, 'a step takes at most 600 minutes; waiting goes into waitHours')

const record = {
  id,
  covers: z.array(factId),
  source: z.array(z.string().trim().min(1)).min(1),
  /** A: several sources agree, or it can be checked on the phone · B: one source · C: doubtful, a warning only. */
  trust: z.enum(['A', 'B', 'C']),
}

export const symptomSchema = z.strictObject({
  ...record,
  title: texts,
  /** Something in use (a VPN, a filter): "VPN is off" then takes it back. */
  canBeOff: z.boolean().default(false),
  /**
   * clear: it says something of the cause · common: nearly everybody says it · topic: a word that only shows what the
   * customer speaks of, heard where nothing clear is.
   */
  kind: z.enum(['clear', 'common', 'topic']).default('clear'),
  /** What of the phone's log means the same: "error:timeout"; "security-status:*" is every code of it but 0. What a single code means stands with the codes. */
  logged: z
    .array(
      z.union([
        z.templateLiteral([z.enum(LOG_SERVICES), ':*']),
        z.templateLiteral(['error:', z.enum(LOG_ERRORS)]),
      ]),
    )
    .optional(),
  /** The chance that a customer reports this for another reason than the causes that name it. */
  leak: chance,
})

export const signSchema = z.strictObject({
  ...record,
  when: predicateSchema,
  leak: chance,
  /** A sentence when it holds, with the values in ICU placeholders. */
  text: texts,
  /** A sentence when it was read and does not hold; none: not worth saying. */
  otherwise: texts.optional(),
  /** The cause that this reading finds, as against making it likelier. */
  finds: id.optional(),
})

export const causeSchema = z.strictObject({
  ...record,
  title: texts,
  about: texts,
  /** How often it is there in a hundred failed sign-ins at a counter, divided by a hundred. */
  prior,
  /** "sign:ID", "symptom:ID" or "check:ID" (failing): the chance that this cause alone brings it about. */
  shows: z.record(z.string().regex(/^(?:sign|symptom|check):[a-z0-9-]+$/), chance),
  /** The phone is locked to somebody's account: this referral is then the only step. */
  endsOnlyIn: id.optional(),
})

/** What has to be opened first; its minutes are counted in the record's own, and saved where it is open already. */
const opening = id.optional()
export const openingSchema = z.strictObject({ id, minutes, title: texts })

const workStep = {
  ...record,
  title: texts,
  minutes,
  steps: stepLists,
}

export const checkSchema = z.strictObject({
  ...workStep,
  leak: chance,
  /** What a failing and a passing check say, as a sentence. */
  fails: texts,
  passes: texts,
  /** Readings that answer it: with these read, the check is not asked for and its answer is not used. */
  settledBy: z.array(z.string()).default([]),
  caution: texts.optional(),
  opening,
})

export const NEEDS = [
  'password',
  'second-device',
  'internet',
  'computer',
  'invoice',
  'owner',
  'power',
] as const

export const fixSchema = z.strictObject({
  ...workStep,
  kind: z.enum(['fix', 'refer']).default('fix'),
  /** Cause id: the chance that this removes it. */
  fixes: z.record(id, chance),
  /** Hours that pass without work at the counter. */
  waitHours: number
    .min(0, 'waiting takes 0 hours or more')
    .max(240, 'waiting takes at most 240 hours')
    .default(0),
  /** "care": something must be known first · "loss": data or an account is lost. */
  risk: z.enum(['none', 'care', 'loss']).default('none'),
  caution: texts.optional(),
  /** How what it changed is taken back, for whoever takes the phone home; not there: nobody has written it down. */
  undo: z.union([z.literal('nothing'), texts]).optional(),
  /** Only another sign-in try shows whether it worked. */
  costsAttempt: z.boolean(),
  needs: z.array(z.enum(NEEDS)).default([]),
  opening,
})

/** Who speaks a code: the same number means different things to them. */
export const CODE_SERVICES = ['account', 'phone', 'http', 'bind', 'unlock'] as const

export const codeSchema = z.strictObject({
  ...record,
  service: z.enum(CODE_SERVICES),
  code: z.string().regex(/^\d{1,9}$/, 'a code is a number'),
  meaning: texts,
  advice: texts.optional(),
  /** What a customer reports who reads this code out. */
  symptom: id.optional(),
  /** Too short or too round to be heard without "code" or "error" before it. */
  needsCue: z.boolean().default(false),
})

export const packageSchema = z.strictObject({
  ...record,
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/, 'a package name, such as com.xiaomi.account'),
  title: texts,
  /** What happens without it. */
  effect: texts,
  matters: z.enum(['sign-in', 'sync', 'numbers', 'network', 'installs', 'updates', 'system', 'harmless']),
})

export const adviceSchema = z.strictObject({
  ...record,
  title: texts,
  text: texts,
  /** After a case of these causes it is worth saying. */
  after: z.array(id).min(1),
})

/** What people read elsewhere and should not follow. */
export const warningSchema = z.strictObject({ ...record, title: texts, text: texts })

const words = z.array(z.string().trim().min(1))
const wordLists = z.record(id, words.min(1))

/** How people say it in one language; see phrase.ts for how a phrase is written. */
export const speechSchema = z.strictObject({
  version: z.string().min(1),
  language: z.string().min(2),
  /** ISO 15924; a text without a letter of it holds no phrase of this language. */
  script: z.enum(['Latn', 'Deva', 'Hani', 'Cyrl']),
  /** Words that turn what follows into its opposite: "no VPN". */
  negators: words,
  /** They stand after what they turn round, as in Hindi. */
  negatesAfter: z.boolean().default(false),
  /** Words behind which a "not" has no say: "but", "because". */
  breaks: words,
  /** "VPN is off", "disabled". */
  off: words,
  concepts: wordLists,
  phrases: wordLists,
})

const file = <T extends z.ZodType>(each: T) => ({ version: z.string().min(1), records: z.array(each).min(1) })

export const symptomsFile = z.strictObject(file(symptomSchema))
export const signsFile = z.strictObject(file(signSchema))
export const codesFile = z.strictObject({
  ...file(codeSchema),
  /** What people say before a code, in any language. */
  cues: words.min(1),
})
export const packagesFile = z.strictObject(file(packageSchema))
export const adviceFile = z.strictObject(file(adviceSchema))
export const warningsFile = z.strictObject(file(warningSchema))
export const causesFile = z.strictObject({
  ...file(causeSchema),
  /** The share of cases whose cause is not in this list. */
  unlisted: chance,
})
export const checksFile = z.strictObject(file(checkSchema))
export const fixesFile = z.strictObject({
  ...file(fixSchema),
  /** Where a case goes that nothing here ends, and what that costs. */
  lastResort: z.strictObject({ fix: id, minutes }),
  /** An hour of waiting weighs as much as so many minutes of work. */
  minutesPerWaitHour: z.number().min(0).max(60),
  openings: z.array(openingSchema).default([]),
  /** Of the minutes of every fix that costs an attempt, so many are the sign-in try, its share of a ban counted in. */
  signInMinutes: z.number().min(0).max(30).default(0),
})

export type Texts = z.infer<typeof texts>
export type StepText = z.infer<typeof step>
export type Symptom = z.infer<typeof symptomSchema>
export type Sign = z.infer<typeof signSchema>
export type Cause = z.infer<typeof causeSchema>
export type Check = z.infer<typeof checkSchema>
export type Fix = z.infer<typeof fixSchema>
export type Code = z.infer<typeof codeSchema>
export type PackageRecord = z.infer<typeof packageSchema>
export type Advice = z.infer<typeof adviceSchema>
export type Warning = z.infer<typeof warningSchema>
export type Speech = z.infer<typeof speechSchema>
export type Opening = z.infer<typeof openingSchema>
