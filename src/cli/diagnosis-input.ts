import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { z } from 'zod'
import type { DiagnosisInput } from '../core/diagnosis/diagnosis.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { CHECK_RESULTS, OUTCOMES } from '../core/ticket.ts'

const schema = z.object({
  readings: z
    .record(z.string(), z.looseObject({ status: z.enum(['measured', 'absent', 'unreadable']) }))
    .optional(),
  symptoms: z.array(z.string()).optional(),
  said: z.string().optional(),
  checks: z.record(z.string(), z.enum(CHECK_RESULTS)).optional(),
  attempts: z
    .array(z.object({ fix: z.string(), outcome: z.enum(OUTCOMES), bundle: z.string().nullable().optional() }))
    .optional(),
})

/** What is known of a case, from a file or from standard input ("-"). */
export const readDiagnosisInput = async (source: string): Promise<Answer<DiagnosisInput>> => {
  const wrong = (why: string) =>
    failed('input.invalid', { field: source === '-' ? 'standard input' : source, why })
  let text: string
  try {
    text = source === '-' ? await readAll(process.stdin) : await readFile(source, 'utf8')
  } catch {
    return wrong('it cannot be opened')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return wrong('it is not JSON')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return done(parsed.data as unknown as DiagnosisInput)
  const issue = parsed.error.issues[0]
  return wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`)
}
