import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/u, '')

/** Outside the checkout, so that a second clone finds the runtime there.
 * @param {NodeJS.ProcessEnv} environment @returns {string} */
export function cacheFolder(environment) {
  if (environment['BENCHSIDE_CACHE']) return resolve(environment['BENCHSIDE_CACHE'])
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'benchside')
}

/** The folder the user typed the command in: npm changes to the project's before it runs a script.
 * @param {NodeJS.ProcessEnv} environment @returns {string} */
export const callersFolder = (environment) => environment['INIT_CWD'] || process.cwd()
