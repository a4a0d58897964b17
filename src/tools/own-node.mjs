import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { asRecord, readJson, textField } from './json.mjs'
import { runInFront } from './run.mjs'

/** The Node that package.json pins, brought by the npm package `node`.
 * @param {string} project */
export const ownNode = (project) =>
  join(project, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** @param {string} project @returns {string | undefined} */
export const pinnedNode = (project) =>
  textField(asRecord(readJson(join(project, 'package.json')))['devDependencies'], 'node')

/** @param {string} project */
export const runsUnderOwnNode = (project) => process.versions.node === pinnedNode(project)

/** @param {string} project @param {NodeJS.ProcessEnv} environment @returns {NodeJS.ProcessEnv} */
export function withOwnNodeFirst(project, environment) {
  const bin = join(project, 'node_modules/.bin')
  const path = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== bin)
  return { ...environment, PATH: [bin, ...path].join(delimiter) }
}

// Set for the process that takes over, so that it does not install again; taken away at once, because what that process
// starts (another npm script in a test, for instance) has to look for itself.
export const handedOverLog = process.env['BENCHSIDE_HANDED_OVER']
delete process.env['BENCHSIDE_HANDED_OVER']

/** Runs the same command again under the project's own Node, with the same log.
 * @param {string} project @param {string} logFile @returns {Promise<number>} */
export async function handOver(project, logFile) {
  const node = ownNode(project)
  if (!existsSync(node) || handedOverLog !== undefined) {
    throw new Error(
      `Node ${pinnedNode(project)} was expected at ${node}; this is Node ${process.versions.node}.`,
    )
  }
  const env = { ...withOwnNodeFirst(project, process.env), BENCHSIDE_HANDED_OVER: logFile }
  return await runInFront(node, process.argv.slice(1), { env })
}
