import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure, usefulLines } from './failure.mjs'
import { hashOf } from './fingerprint.mjs'
import { asRecord, readJson, textField, writeJson } from './json.mjs'
import { withLock } from './lock.mjs'
import { findNpm, npmAdvice } from './npm.mjs'
import { ownNode } from './own-node.mjs'
import { run } from './run.mjs'

const dependencyFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
]

/** Inside node_modules: who deletes the packages deletes the stamp with them.
 * @param {string} project */
const stampFile = (project) => join(project, 'node_modules/.benchside-install.json')

/** What node_modules depends on. @param {string} project @returns {string} */
export function installKey(project) {
  const manifest = asRecord(readJson(join(project, 'package.json')))
  const wanted = dependencyFields.map((field) => JSON.stringify(manifest[field] ?? null))
  return hashOf([
    ...wanted,
    readFileSync(join(project, 'package-lock.json'), 'utf8'),
    `${process.platform}-${process.arch}`,
  ])
}

/** @param {string} project @returns {boolean} */
export const isInstalled = (project) =>
  textField(readJson(stampFile(project)), 'key') === installKey(project) && existsSync(ownNode(project))

/** npm writes node_modules/.package-lock.json when an install has ended well. Where it agrees with the lock file, someone
 * has installed by hand, and doing it again would only pull the packages from under whoever is using them.
 * @param {string} project @returns {boolean} */
export function isInstalledByHand(project) {
  const manifest = asRecord(readJson(join(project, 'package.json')))
  const wanted = asRecord(asRecord(readJson(join(project, 'package-lock.json')))['packages'])
  const present = asRecord(asRecord(readJson(join(project, 'node_modules/.package-lock.json')))['packages'])
  const root = asRecord(wanted[''])
  const agrees = ['dependencies', 'devDependencies'].every(
    (field) => JSON.stringify(manifest[field] ?? {}) === JSON.stringify(root[field] ?? {}),
  )
  return (
    agrees &&
    existsSync(ownNode(project)) &&
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true
      const { version, optional, devOptional } = asRecord(entry)
      const found = textField(present[path], 'version')
      return found === undefined ? optional === true || devOptional === true : found === version
    })
  )
}

/** @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing */
async function install({ project, environment, log }, doing) {
  const npm = findNpm(environment)
  if (!npm) {
    throw new StepFailure({
      what: 'Benchside could not install its packages.',
      why: ['npm was not found; it comes with Node.'],
      todo: ["install Node together with npm (nodejs.org or your system's packages), then run this again"],
    })
  }
  doing('npm brings the packages')
  const options = { log, cwd: project, env: environment }
  /** @param {readonly string[]} words */
  const npmDoes = (words) => run(npm.command, [...npm.args, ...words, '--no-audit', '--no-fund'], options)
  // On Windows a running node.exe cannot be deleted, and `npm ci` begins by deleting all packages.
  const isWindowsAgain = process.platform === 'win32' && existsSync(ownNode(project))
  let done = await npmDoes(isWindowsAgain ? ['install', '--no-save'] : ['ci'])
  // The lock file lacks something that package.json wants: what it does hold still counts.
  if (done.lines.some((line) => line.includes('EUSAGE'))) done = await npmDoes(['install', '--no-save'])
  if (done.code !== 0) {
    throw new StepFailure({
      what: 'Benchside could not install its packages.',
      why: [`npm ended with code ${done.code}`, ...usefulLines(done.lines)],
      todo: [npmAdvice(done.lines), 'then run this command again'],
    })
  }
  if (existsSync(ownNode(project))) return
  // Install scripts may be switched off for this user; the pinned Node comes by one.
  doing('npm brings Node')
  const again = await run(npm.command, [...npm.args, 'rebuild', 'node', '--ignore-scripts=false'], options)
  if (existsSync(ownNode(project))) return
  throw new StepFailure({
    what: 'Benchside could not install the Node it runs on.',
    why: [
      'the npm package node brings it by its install script, which did not do so',
      ...usefulLines(again.lines),
    ],
    todo: [
      'allow install scripts for this project (npm config get ignore-scripts), then run this command again',
    ],
  })
}

/** @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing @returns {Promise<string>} */
export async function ensureInstalled(context, doing) {
  const { project } = context
  if (isInstalled(project)) return 'already there'
  return await withLock(
    project,
    () => doing('waiting for another set-up in this folder'),
    async () => {
      if (isInstalled(project)) return 'done by another set-up'
      const key = installKey(project)
      if (isInstalledByHand(project)) {
        writeJson(stampFile(project), { key })
        return 'already there, as package-lock.json says'
      }
      await install(context, doing)
      writeJson(stampFile(project), { key })
      return 'packages from package-lock.json'
    },
  )
}
