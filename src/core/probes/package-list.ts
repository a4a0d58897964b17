import type { Unreadable } from '../reading.ts'
import { answerOf, refusalIn, unusable } from './answer.ts'
import type { SectionOutput } from './probe.ts'

export type PackageList = { readonly names: ReadonlySet<string> } | { readonly why: Unreadable }

/** "package:NAME"; with -f "package:PATH=NAME", where the path may hold "=" itself. */
const LINE = /^package:(?:.*=)?([\w.]+)\s*$/u

/**
 * A list of packages. `mayBeEmpty`: a phone without a single disabled package prints nothing, but one without any
 * installed package does not exist.
 */
export const packageList = (
  sections: ReadonlyMap<string, SectionOutput>,
  id: string,
  command: string,
  mayBeEmpty = false,
): PackageList => {
  const answer = answerOf(sections, id)
  if (answer === null || !answer.complete) return { why: unusable(answer, command) }
  const names = new Set<string>()
  for (const line of answer.text.split('\n')) {
    const name = LINE.exec(line)?.[1]
    if (name !== undefined) names.add(name)
  }
  const quiet = answer.text.trim() === '' && answer.exitCode === 0
  if (names.size === 0 && !(mayBeEmpty && quiet)) return { why: unusable(answer, command) }
  // A list that broke off with an error of the phone is not a whole list.
  return refusalIn(answer.text.replace(/^package:.*$/gmu, '')) === null
    ? { names }
    : { why: unusable(answer, command) }
}
