import { cacheFolder, projectFolder } from './folders.mjs'
import { openLog } from './log.mjs'
import { handedOverLog } from './own-node.mjs'
import { makeSteps } from './steps.mjs'

/** What every step of the set-up is given.
 * @typedef {{
 *   project: string,
 *   cache: string,
 *   environment: NodeJS.ProcessEnv,
 *   log: import('./log.mjs').Log,
 *   steps: import('./steps.mjs').Steps,
 * }} Context */

/** @param {string} command @param {import('./steps.mjs').Screen} screen @returns {Context} */
export function makeContext(command, screen) {
  const environment = process.env
  const cache = cacheFolder(environment)
  const log = openLog(cache, command, handedOverLog)
  return { project: projectFolder, cache, environment, log, steps: makeSteps(screen, log) }
}
