import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StepFailure, usefulLines } from './failure.mjs'
import { readJson, textField } from './json.mjs'
import { withLock } from './lock.mjs'
import { findNpm } from './npm.mjs'
import { ownNode, withOwnNodeFirst } from './own-node.mjs'
import { run } from './run.mjs'

/** better-sqlite3 13 ships a Node-API 10 addon, which Electron got with 35. An older one crashes on loading it, so for it the
 * package's own source is compiled once.
 * @param {string} electronVersion @returns {boolean} */
export const needsOlderSqlite = (electronVersion) => Number.parseInt(electronVersion, 10) < 35

/** @param {string} cache */
const home = (cache) => join(cache, 'better-sqlite3')

/** @param {string} project @param {string} cache @returns {string} */
export function olderSqliteFile(project, cache) {
  const version = textField(readJson(join(project, 'node_modules/better-sqlite3/package.json')), 'version')
  return join(home(cache), `${version}-node-api-9-${process.platform}-${process.arch}`, 'better_sqlite3.node')
}

/** @param {readonly string[]} why @returns {StepFailure} */
const notCompiled = (why) =>
  new StepFailure({
    what: 'The database module could not be compiled for this Electron.',
    why,
    todo: [
      'see that python3, make and g++ work, or set ELECTRON_MIRROR to a mirror of the official Electron',
      'then run this command again',
    ],
  })

/** @param {string} project @param {string} copy */
function copySource(project, copy) {
  const modules = join(project, 'node_modules')
  cpSync(join(modules, 'better-sqlite3'), copy, {
    recursive: true,
    filter: (path) => basename(path) !== 'prebuilds',
  })
  cpSync(join(modules, 'node-addon-api'), join(copy, 'node_modules/node-addon-api'), { recursive: true })
  const recipe = join(copy, 'binding.gyp')
  // The addon keeps references to strings, which Node-API 9 has only among its experimental features. The word, and not the
  // number that stands for it, makes the headers also put finalizers off until after a garbage collection; without that
  // the process dies in one.
  writeFileSync(
    recipe,
    readFileSync(recipe, 'utf8')
      .replace('NAPI_VERSION=10', 'NAPI_EXPERIMENTAL')
      .replaceAll("'-flto', ", '')
      .replaceAll(", '-flto'", ''),
  )
}

/** Node's headers, out of the package that brought Node: nothing is downloaded for them. `npm install SOMETHING` prunes that
 * package, and its own install script brings it back.
 * @param {import('./context.mjs').Context} context @returns {Promise<string>} */
async function nodeHeaders({ project, environment, log }) {
  const folder = join(project, `node_modules/node/node_modules/node-${process.platform}-${process.arch}`)
  const npm = findNpm(environment)
  if (!existsSync(join(folder, 'include')) && npm) {
    const rebuild = ['rebuild', 'node', '--ignore-scripts=false']
    await run(npm.command, [...npm.args, ...rebuild], { log, cwd: project, env: environment })
  }
  if (existsSync(join(folder, 'include'))) return folder
  throw notCompiled([`Node's headers are not in ${folder}`])
}

/** @param {import('./context.mjs').Context} context @param {string} copy @returns {Promise<string>} */
async function compile(context, copy) {
  const { project, environment, log } = context
  const headers = await nodeHeaders(context)
  const gyp = join(project, 'node_modules/node-gyp/bin/node-gyp.js')
  // Full optimisation takes twice as long to compile, and this one is for development and tests only.
  const flags = '-O1 -fno-lto'
  const env = { ...withOwnNodeFirst(project, environment), CFLAGS: flags, CXXFLAGS: flags }
  const done = await run(
    ownNode(project),
    [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs=max'],
    { log, cwd: copy, env, longest: 20 * 60_000 },
  )
  const made = join(copy, 'build/Release/better_sqlite3.node')
  if (done.code === 0 && existsSync(made)) return made
  throw notCompiled([`node-gyp ended with code ${done.code}`, ...usefulLines(done.lines)])
}

/** @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing @returns {Promise<string>} */
export async function ensureOlderSqlite(context, doing) {
  const { project, cache } = context
  const file = olderSqliteFile(project, cache)
  if (existsSync(file)) return 'already there'
  return await withLock(
    home(cache),
    () => doing('waiting for another set-up'),
    async () => {
      if (existsSync(file)) return 'done by another set-up'
      const scratch = join(home(cache), 'making')
      rmSync(scratch, { recursive: true, force: true })
      try {
        const copy = join(scratch, 'source')
        copySource(project, copy)
        doing('compiling the database module for this Electron, once')
        const made = await compile(context, copy)
        const target = join(scratch, 'target')
        mkdirSync(target)
        renameSync(made, join(target, basename(file)))
        renameSync(target, dirname(file))
        return 'compiled better-sqlite3 for this Electron'
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
    },
  )
}

const trial = `const Database = require('better-sqlite3')
for (let round = 0; round < 20; round++) {
  const database = new Database(':memory:', { nativeBinding: process.argv[1] })
  for (let count = 0; count < 20; count++) database.prepare('select ?').pluck().get('text')
  gc()
}`

/** A wrong addon kills its process, mostly in a garbage collection; so it is tried out once in one that may die.
 * @param {import('./context.mjs').Context} context @param {{ executable: string, version: string }} electron */
export function tryOlderSqlite({ project, cache, environment, log }, { executable, version }) {
  const file = olderSqliteFile(project, cache)
  const worked = join(dirname(file), `works-with-${version}`)
  if (existsSync(worked)) return
  const asked = spawnSync(executable, ['--expose-gc', '-e', trial, file], {
    cwd: project,
    env: { ...environment, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (asked.status === 0) {
    writeFileSync(worked, '')
    return
  }
  log.write(asked.stderr)
  rmSync(dirname(file), { recursive: true, force: true })
  throw notCompiled(['it was compiled, but does not work', ...usefulLines(asked.stderr.split('\n'), 4)])
}
