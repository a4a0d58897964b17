import { z } from 'zod'
import { cleanDeviceText } from '../../device-text.ts'

/** A record that the shop took out again: tickets that tried it still say what it was called. */
const formerSchema = z.strictObject({
  kind: z.literal('removed'),
  id: z.string().max(100),
  title: z.string().max(200),
})
export type Former = { readonly id: string; readonly title: string }

export const formerOf = ({ id, title }: Former): unknown => ({ kind: 'removed', id, title })

/** Null: it is none, but a record or something that nobody can read. */
export const readFormer = (body: unknown): Former | null => {
  const parsed = formerSchema.safeParse(body)
  return parsed.success ? { id: parsed.data.id, title: cleanDeviceText(parsed.data.title, 200) } : null
}
