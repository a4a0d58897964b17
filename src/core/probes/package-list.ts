import type { Unreadable } from '../reading.ts'
import { answerOf, refusalIn, unusable } from './answer.ts'
import { keepLines } from './kept-lines.ts'
import { madeOnce } from './made-once.ts'
import { plainText } from './plain-text.ts'
import type { SectionOutput } from './probe.ts'
import { WATCHED_PACKAGES } from './watched-packages.ts'

export type PackageList = { readonly names: ReadonlySet<string> } | { readonly why: Unreadable }

const HEAD = 'package:'
const NAME = /^[\w.]+$/u

/** "package:NAME"; with -f "package:PATH=NAME", where the path may hold "=" itself. */
const nameIn = (line: string): string | null => {
  if (!line.startsWith(HEAD)) return null
  const name = line.slice(Math.max(HEAD.length, line.lastIndexOf('=') + 1)).trimEnd()
  return NAME.test(name) ? name : null
}

const takeApart = (text: string): { readonly names: ReadonlySet<string>; readonly rest: string } => {
  const names = new Set<string>()
  const rest = text.split('\n').filter((line) => {
    const name = nameIn(line)
    if (name !== null) names.add(name)
    return name === null
  })
  return { names, rest: rest.join('\n') }
}

/** What else a list holds: warnings, and the error that it broke off with. */
export const withoutNames = (text: string): string => takeApart(text).rest

const listIn = madeOnce((output: SectionOutput) => takeApart(plainText(output.text)))

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
  if (answer === null) return { why: unusable(answer, command) }
  const { names, rest } = listIn(answer.output)
  const why = { why: unusable({ ...answer, text: rest }, command) }
  if (!answer.complete) return why
  const quiet = answer.text.trim() === '' && answer.exitCode === 0
  if (names.size === 0 && !(mayBeEmpty && quiet)) return why
  // A list that broke off with an error of the phone is not a whole list.
  return refusalIn(rest) === null ? { names } : why
}

/** "android" is on every phone. */
const kept: ReadonlySet<string> = new Set([...WATCHED_PACKAGES, 'android'])

/** Stands for apps that nothing is read about: it shows that there was a list. */
const OTHERS_ONLY = 'package:_\n'

export const keepPackageList = (text: string): string => {
  let others = false
  const lines = keepLines(text, (line) => {
    const name = nameIn(line)
    if (name === null) return null
    if (kept.has(name)) return `package:${name}`
    others = true
    return null
  })
  return lines === '' && others ? OTHERS_ONLY : lines
}
