import { unreadable, type Unreadable } from '../reading.ts'
import { plainText } from './plain-text.ts'
import type { SectionOutput } from './probe.ts'

/** Stands for "this section never came"; the end of an inspection puts the true reason in its place. */
export const NOT_READ = 'This was not read.'
export const CUT_OFF = 'The answer of the phone was cut off.'
export const UNKNOWN_FORM = 'The phone answered in a form that is not known.'

export type Answer = {
  readonly text: string
  readonly complete: boolean
  readonly exitCode: number | null
  readonly output: SectionOutput
}

/** What a section brought, or null when it never came. */
export const answerOf = (sections: ReadonlyMap<string, SectionOutput>, id: string): Answer | null => {
  const output = sections.get(id)
  if (!output) return null
  return {
    text: plainText(output.text),
    complete: output.complete && output.exitCode !== null,
    exitCode: output.exitCode,
    output,
  }
}

/** Signs of a refusal, in the words of Android's own tools, with what they mean for the technician. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  // toybox / mksh say "inaccessible or not found" (Android 10+), older shells "not found".
  [/inaccessible or not found|: not found\b|command not found/u, 'This phone does not have the command.'],
  [/Unknown option|Unknown command/iu, 'This phone does not know this form of the command.'],
  [
    /Permission Denial|[Pp]ermission denied|SecurityException|[Oo]peration not permitted/u,
    'The phone refused to tell this.',
  ],
  [/Can't find service/u, 'This phone has no such service.'],
  [/Failure calling service|DeadObjectException|Broken pipe/u, "The phone's own service did not answer."],
  [/DUMP TIMEOUT|Failed to write while dumping/iu, 'The phone did not finish its answer in time.'],
  [/Exception occurred|\bjava\.lang\.|^[ \t]+at [\w.$]+\(/mu, 'The phone answered with an error of its own.'],
]

const refusal = (text: string): { readonly words: string; readonly reason: string } | null => {
  const head = text.slice(0, 2_000)
  for (const [sign, reason] of REFUSALS) {
    const words = sign.exec(head)?.[0]
    if (words !== undefined) return { words, reason }
  }
  return null
}

/** The reason for which an answer is none, or null when it does not look like a refusal. */
export const refusalIn = (text: string): string | null => refusal(text)?.reason ?? null

/** The words that make an answer a refusal, without the rest of their line, which may name somebody. */
export const refusalWords = (text: string): string | null => refusal(text)?.words ?? null

/** Why an answer that a parser found nothing in cannot be used. */
export const unusable = (answer: Answer | null, command: string): Unreadable => {
  if (answer === null) return unreadable(NOT_READ, command)
  const refusal = refusalIn(answer.text)
  if (refusal !== null) return unreadable(refusal, command)
  if (!answer.complete) return unreadable(CUT_OFF, command)
  if (answer.text.trim() === '') return unreadable('The phone gave no answer.', command)
  return unreadable(UNKNOWN_FORM, command)
}
