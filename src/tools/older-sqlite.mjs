import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { StepFailure, usefulLines } from './failure.mjs'
import { readJson, textField } from './json.mjs'
import { withLock } from './lock.mjs'
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
  // The addon keeps references to strings: Node-API 9 has that only among its experimental features, which is what this
  // number asks for.
  writeFileSync(recipe, readFileSync(recipe, 'utf8').replace('NAPI_VERSION=10', 'NAPI_VERSION=2147483647'))
}

/** A wrong addon kills its process, so it is tried out in one that may die.
 * @param {string} electron @param {string} addon @param {string} project */
function tryOut(electron, addon, project) {
  const script = `const Database = require('better-sqlite3');
    process.stdout.write(new Database(':memory:', { nativeBinding: process.argv[1] }).prepare('select sqlite_version()').pluck().get())`
  const asked = spawnSync(electron, ['-e', script, addon], {
    cwd: project,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 30_000,
  })
  if (asked.status === 0) return asked.stdout
  throw notCompiled(['it was compiled, but does not work', ...usefulLines(asked.stderr.split('\n'), 4)])
}

/** @param {import('./context.mjs').Context} context @param {string} electron its executable
 * @param {import('./steps.mjs').Doing} doing @returns {Promise<string>} */
export async function ensureOlderSqlite({ project, cache, environment, log }, electron, doing) {
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
        const headers = join(
          project,
          `node_modules/node/node_modules/node-${process.platform}-${process.arch}`,
        )
        const gyp = join(project, 'node_modules/node-gyp/bin/node-gyp.js')
        const done = await run(
          ownNode(project),
          [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs=max'],
          { log, cwd: copy, env: withOwnNodeFirst(project, environment), longest: 20 * 60_000 },
        )
        const made = join(copy, 'build/Release/better_sqlite3.node')
        if (done.code !== 0 || !existsSync(made)) {
          throw notCompiled([`node-gyp ended with code ${done.code}`, ...usefulLines(done.lines)])
        }
        const version = tryOut(electron, made, project)
        const target = join(scratch, 'target')
        mkdirSync(target)
        renameSync(made, join(target, basename(file)))
        renameSync(target, join(file, '..'))
        return `compiled SQLite ${version} for this Electron`
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
    },
  )
}
