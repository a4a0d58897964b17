import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure, usefulLines } from './failure.mjs'
import { contentsOf, filesUnder, listingOf } from './fingerprint.mjs'
import { readJson, textField, writeJson } from './json.mjs'
import { withLock } from './lock.mjs'
import { ownNode } from './own-node.mjs'
import { run } from './run.mjs'

// Besides the sources: the lock file, because a changed dependency is bundled too.
const inputs = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const outputs = ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

/** @param {string} project */
const outFolder = (project) => join(project, 'out')
/** @param {string} project */
const stampFile = (project) => join(outFolder(project), 'build-stamp.json')

/** @param {string} project @returns {string[]} */
export const buildInputs = (project) => filesUnder(project, inputs, (path) => path !== 'src/tools')

/** Whether out/ was built from what the sources are now. Quick, for the cli asks at every start.
 * @param {string} project @returns {boolean} */
export function isBuilt(project) {
  const out = outFolder(project)
  const stamp = readJson(stampFile(project))
  if (stamp === undefined || !outputs.every((file) => existsSync(join(out, file)))) return false
  const files = buildInputs(project)
  const listing = listingOf(project, files)
  if (textField(stamp, 'listing') === listing) return true
  const contents = contentsOf(project, files)
  if (textField(stamp, 'contents') !== contents) return false
  writeJson(stampFile(project), { listing, contents })
  return true
}

/** Built beside and renamed: a build that fails or is killed leaves the old one as it was.
 * @param {import('./context.mjs').Context} context */
async function build({ project, environment, log }) {
  const scratch = join(project, '.cache')
  mkdirSync(scratch, { recursive: true })
  for (const name of readdirSync(scratch)) {
    if (name.startsWith('build-')) rmSync(join(scratch, name), { recursive: true, force: true })
  }
  const fresh = join(scratch, `build-${process.pid}`)
  const files = buildInputs(project)
  const stamp = { listing: listingOf(project, files), contents: contentsOf(project, files) }

  const electronVite = join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  const done = await run(ownNode(project), [electronVite, 'build', '--outDir', fresh], {
    log,
    cwd: project,
    env: { ...environment, NO_COLOR: '1' },
  })
  const absent = outputs.filter((file) => !existsSync(join(fresh, file)))
  if (done.code !== 0 || absent.length > 0) {
    throw new StepFailure({
      what: 'Benchside could not be built.',
      why: [
        done.code === 0
          ? `the build made no ${absent.join(', ')}`
          : `electron-vite build ended with code ${done.code}`,
        ...usefulLines(done.lines, 14),
      ],
      todo: ['correct the source named above (npm test -- types tells more), then run this command again'],
    })
  }
  writeJson(join(fresh, 'build-stamp.json'), stamp)
  const out = outFolder(project)
  const old = join(scratch, `build-${process.pid}-old`)
  if (existsSync(out)) renameSync(out, old)
  renameSync(fresh, out)
  rmSync(old, { recursive: true, force: true })
}

/** @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing @returns {Promise<string>} */
export async function ensureBuilt(context, doing) {
  const { project } = context
  if (isBuilt(project)) return 'already there'
  return await withLock(
    project,
    () => doing('waiting for another set-up in this folder'),
    async () => {
      if (isBuilt(project)) return 'done by another set-up'
      doing('main, cli, preload and window')
      await build(context)
      return 'main, cli, preload and window'
    },
  )
}
