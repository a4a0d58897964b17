import { z } from 'zod'
import { OFTEN, OWN_KINDS, RISKS } from '../core/knowledge/own/own-kinds.ts'

const id = z.string().min(1).max(100)
const field = z.union([z.string().max(20_000), z.null(), z.array(id).max(60).readonly()])

/** Forms that are not saved, by the place of each: the fields that differ from what is saved. */
export const typing = z
  .record(z.string().max(400), z.record(z.string().max(60), field))
  .refine((forms) => Object.keys(forms).length <= 500)

/** An own record as it is typed: whether it is right is for the knowledge to say, in words for each field. */
export const ownDraft = z.strictObject({
  id: id.nullable(),
  kind: z.enum(OWN_KINDS),
  title: z.string().max(1000),
  about: z.string().max(5000),
  phrases: z.string().max(10_000),
  steps: z.string().max(10_000),
  often: z.enum(OFTEN),
  minutes: z.string().max(20),
  risk: z.enum(RISKS),
  caution: z.string().max(5000),
  shows: z.array(z.strictObject({ symptom: id, often: z.enum(OFTEN) })).max(60),
  helps: z.array(z.strictObject({ cause: id, chance: z.number() })).max(60),
  passes: z.string().max(1000),
  fails: z.string().max(1000),
  tells: z.array(z.strictObject({ cause: id, often: z.enum(OFTEN) })).max(60),
})
