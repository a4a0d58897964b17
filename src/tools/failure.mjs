import { stripVTControlCharacters } from 'node:util'

/** A step that cannot be done: what failed, why, and what the user can do about it. */
export class StepFailure extends Error {
  /** @param {{ what: string, why: readonly string[], todo: readonly string[] }} told */
  constructor({ what, why, todo }) {
    super(what)
    this.name = 'StepFailure'
    this.why = why
    this.todo = todo
  }
}

const label = 'What to do:  '

/** @param {string} name @param {readonly string[]} lines */
const block = (name, lines) =>
  lines.map((line, index) => `${(index === 0 ? name : '').padEnd(label.length)}${line}`)

/** @param {unknown} error @param {string} logFile @returns {string} */
export function failureText(error, logFile) {
  if (error instanceof StepFailure) {
    return [
      '',
      error.message,
      ...block('Why:', error.why),
      ...block(label, error.todo),
      ...block('Full log:', [logFile]),
      '',
    ].join('\n')
  }
  const message = error instanceof Error ? error.message : String(error)
  return [
    '',
    'The set-up stopped at something it did not expect.',
    ...block('Why:', [message]),
    ...block(label, ['run the command again; if it stops again, report it together with the log']),
    ...block('Full log:', [logFile]),
    '',
  ].join('\n')
}

/** The last lines that say something, for the "why" of a failure.
 * @param {readonly string[]} lines @param {number} [count] @returns {string[]} */
export const usefulLines = (lines, count = 8) =>
  lines
    .map((line) => stripVTControlCharacters(line).trimEnd())
    .filter((line) => line !== '' && !/A complete log of this run|^npm (?:warn|notice)|^\s+at /u.test(line))
    .slice(-count)
