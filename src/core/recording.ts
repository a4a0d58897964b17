import { z } from 'zod'
import { cleanDeviceLines, cleanDeviceText } from './device-text.ts'
import { failed, done, type Answer } from './failure.ts'
import { PHONE_STATES, type ListedPhone, type StopReason } from './phone.ts'
import type { SectionOutput } from './probes/probe.ts'

/** What a phone answered once, to be read again in its place: by `probe --replay`, by tests, as a training phone. */
export type Recording = {
  readonly schema: 1
  readonly recordedAt: string
  readonly phone: ListedPhone
  readonly stopped: StopReason | null
  readonly sections: readonly SectionOutput[]
}

const text = (longest: number) => z.string().max(longest)
const deviceText = z
  .string()
  .max(10_000)
  .transform((value) => cleanDeviceText(value))

/** Milliseconds since 1970, as far as a Date reaches (ECMA-262, 21.4.1.1). */
const moment = z.number().min(0).max(8.64e15)

const schema = z.object({
  schema: z.literal(1),
  recordedAt: text(40).transform((value) => cleanDeviceText(value)),
  phone: z.object({
    serial: deviceText,
    transportId: z.number().int(),
    state: z.enum(PHONE_STATES),
    model: deviceText.nullable(),
    product: deviceText.nullable(),
    codename: deviceText.nullable(),
  }),
  stopped: z.enum(['unplugged', 'silent', 'flood', 'cancelled']).nullable(),
  sections: z
    .array(
      z.object({
        id: text(200),
        command: text(20_000).transform((value): string => cleanDeviceLines(value)),
        text: text(4_000_000),
        exitCode: z.number().int().nullable(),
        complete: z.boolean(),
        sentAt: moment,
        receivedAt: moment,
      }),
    )
    .max(500)
    .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, {
      message: 'one of them is there twice',
    }),
})

/** Reads a recording from JSON text; says in words what is wrong with it. `file` names it in that message. */
export const parseRecording = (json: string, file: string): Answer<Recording> => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return failed('recording.unusable', { file, why: 'it is not JSON' })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return done(parsed.data)
  const issue = parsed.error.issues[0]
  return failed('recording.unusable', {
    file,
    why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`,
  })
}
