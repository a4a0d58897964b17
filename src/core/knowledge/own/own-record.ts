import { z } from 'zod'
import { cleanDeviceText } from '../../device-text.ts'
import { OFTEN, RISKS } from './own-kinds.ts'

/** The messages of this schema are fault codes, said in words/en/own-knowledge.json. Own text may come out of a file. */
const text = (longest: number) =>
  z
    .string('missing')
    .max(longest, 'long')
    .transform((raw) => String(cleanDeviceText(raw, longest)))
    .pipe(z.string().min(1, 'missing'))

const id = z
  .string('id')
  .max(100, 'id')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id')
const ownId = id.startsWith('own-', 'id')
const chance = z.number('chance').min(0.05, 'chance').max(0.95, 'chance')

/** What customers or the phone's screen say; heard by its phrases. */
const messageSchema = z.strictObject({
  kind: z.literal('message'),
  id: ownId,
  title: text(200),
  phrases: z.array(text(160), 'phrases').min(1, 'phrases').max(20, 'many'),
})

const causeSchema = z.strictObject({
  kind: z.literal('cause'),
  id: ownId,
  title: text(200),
  about: text(1000),
  /** Among the failed sign-ins at this counter. */
  often: z.enum(OFTEN, 'often'),
  /** Messages, own or shipped, and how often this cause brings each about. */
  shows: z
    .array(z.strictObject({ symptom: id, often: z.enum(OFTEN, 'often') }, 'shows'), 'shows')
    .min(1, 'shows')
    .max(40, 'many'),
})

/** Something to look at, which fails where one of its causes is there. */
const checkSchema = z.strictObject({
  kind: z.literal('check'),
  id: ownId,
  title: text(200),
  steps: z.array(text(300), 'steps').min(1, 'steps').max(20, 'many'),
  minutes: z.number('minutes').min(1, 'minutes').max(300, 'minutes'),
  /** What each answer says, in a sentence. */
  passes: text(300),
  fails: text(300),
  /** Causes, own or shipped, and how often it fails where each is there. */
  tells: z
    .array(z.strictObject({ cause: id, often: z.enum(OFTEN, 'often') }, 'tells'), 'tells')
    .min(1, 'tells')
    .max(40, 'many'),
})

const fixSchema = z.strictObject({
  kind: z.literal('fix'),
  id: ownId,
  title: text(200),
  steps: z.array(text(300), 'steps').min(1, 'steps').max(20, 'many'),
  /** Without the sign-in try after it. */
  minutes: z.number('minutes').min(1, 'minutes').max(300, 'minutes'),
  risk: z.enum(RISKS, 'risk'),
  /** What may be lost or must be known first; empty where there is no risk. */
  caution: z
    .string('missing')
    .max(600, 'long')
    .transform((raw) => String(cleanDeviceText(raw, 600))),
  /** Causes, own or shipped, and the chance that it removes each. */
  helps: z
    .array(z.strictObject({ cause: id, chance }, 'helps'), 'helps')
    .min(1, 'helps')
    .max(40, 'many'),
})

/** What a shop knows by itself, as it writes it. */
export const ownRecordSchema = z.discriminatedUnion(
  'kind',
  [messageSchema, causeSchema, checkSchema, fixSchema],
  'kind',
)

export type OwnRecord = z.infer<typeof ownRecordSchema>
export type OwnMessage = z.infer<typeof messageSchema>
export type OwnCause = z.infer<typeof causeSchema>
export type OwnCheck = z.infer<typeof checkSchema>
export type OwnFix = z.infer<typeof fixSchema>
