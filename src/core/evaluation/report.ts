import { z } from 'zod'
import { done, failed, type Answer } from '../failure.ts'

const reportSchema = z.object({
  id: z.string().min(1).max(64),
  what_user_said: z.string(),
  symptoms: z.string(),
  tier: z.string().min(1).max(16),
  cause_class: z.string().min(1).max(64),
  scorable: z.boolean(),
  scorable_blind: z.boolean(),
})

/** What somebody told of a failed sign-in, and what it turned out to be. */
export type Report = {
  readonly id: string
  readonly said: string
  /** What the screen showed, in words. */
  readonly symptoms: string
  readonly tier: string
  /** The reports' own name for the cause; see report-classes.ts. */
  readonly causeClass: string
  readonly scorable: boolean
  /** The cause cannot be read off the customer's words. */
  readonly blind: boolean
}

/** One report a line; empty lines do not count. */
export const parseReports = (text: string): Answer<readonly Report[]> => {
  const reports: Report[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const wrong = (why: string) => failed('input.invalid', { field: `line ${index + 1}`, why })
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return wrong('it is not JSON')
    }
    const parsed = reportSchema.safeParse(value)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`)
    }
    const { id, what_user_said: said, symptoms, tier, cause_class: causeClass, scorable } = parsed.data
    reports.push({ id, said, symptoms, tier, causeClass, scorable, blind: parsed.data.scorable_blind })
  }
  return done(reports)
}
