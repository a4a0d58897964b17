import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure, usefulLines } from './failure.mjs'
import { filesUnder } from './fingerprint.mjs'
import { asRecord, readJson, textField, writeJson } from './json.mjs'
import { ownNode } from './own-node.mjs'
import { run } from './run.mjs'

const A_DAY = 24 * 60 * 60_000
const LONGEST = 5 * 60_000
const LONGEST_SILENCE = 20_000

/** @param {string} project */
const packageFolder = (project) => join(project, 'node_modules/electron')

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

/** The binary that the npm package electron has fetched before. Its installer writes path.txt last, so a half-unpacked
 * folder does not count.
 * @param {string} project @returns {{ executable: string, version: string } | undefined} */
export function findOfficial(project) {
  const folder = packageFolder(project)
  const version = textField(readJson(join(folder, 'package.json')), 'version')
  const path = textOf(join(folder, 'path.txt'))
  const executable = join(folder, 'dist', path)
  if (version === undefined || path === '' || !existsSync(executable)) return undefined
  return textOf(join(folder, 'dist/version')).replace(/^v/u, '') === version
    ? { executable, version }
    : undefined
}

/** What decides whether a failed download is worth another try: the way to it, and what is fetched.
 * @param {import('./context.mjs').Context} context @returns {string} */
export function routeKey({ environment, project }) {
  const version = textField(readJson(join(packageFolder(project), 'package.json')), 'version')
  const said = Object.entries(environment)
    .filter(([name]) => /^(?:npm_config_)?electron_/iu.test(name) || /^(?:https?|all|no)_proxy$/iu.test(name))
    .map(([name, value]) => `${name}=${value}`)
  return createHash('sha256')
    .update(JSON.stringify([version, said.toSorted()]))
    .digest('hex')
}

/** @param {import('./context.mjs').Context} context */
const failureFile = ({ cache }) => join(cache, 'official-electron-failed.json')

/** @param {import('./context.mjs').Context} context @param {number} [now] @returns {boolean} */
export function failedLately(context, now = Date.now()) {
  const failure = asRecord(readJson(failureFile(context)))
  const age = now - Number(failure['at'] ?? 0)
  return failure['route'] === routeKey(context) && age >= 0 && age < A_DAY
}

/** @param {readonly string[]} folders */
const bytesIn = (folders) =>
  folders.reduce(
    (sum, folder) =>
      filesUnder(folder, ['.']).reduce(
        (all, file) => all + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
        sum,
      ),
    0,
  )

/** Electron's own installer: it honours ELECTRON_MIRROR and checks the checksum that its npm package carries.
 * @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing */
export async function fetchOfficial(context, doing) {
  const { project, cache, environment, log } = context
  const folder = packageFolder(project)
  // A temporary folder of our own shows how far the download is, and is gone with it.
  const scratch = join(cache, `download-${process.pid}`)
  mkdirSync(scratch, { recursive: true })
  doing('asking for the official Electron')
  try {
    const done = await run(ownNode(project), [join(folder, 'install.js')], {
      log,
      cwd: project,
      env: { ...environment, TMPDIR: scratch, TMP: scratch, TEMP: scratch },
      longest: LONGEST,
      longestSilence: LONGEST_SILENCE,
      progress() {
        const bytes = bytesIn([scratch, join(folder, 'dist')])
        if (bytes > 0) doing(`the official Electron, ${Math.round(bytes / 1e6)} MB`)
        return bytes
      },
    })
    const found = findOfficial(project)
    if (done.code === 0 && found) {
      rmSync(failureFile(context), { force: true })
      return found
    }
    writeJson(failureFile(context), { route: routeKey(context), at: Date.now() })
    throw new StepFailure({
      what: 'The official Electron could not be fetched.',
      why: [
        done.ended === 'itself'
          ? `its installer ended with code ${done.code}`
          : `it was stopped: ${done.ended}`,
        ...usefulLines(done.lines, 4),
      ],
      todo: [],
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
