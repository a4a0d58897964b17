import { existsSync } from 'node:fs'
import { lacksDisplay } from './display.mjs'
import { thisMachine } from './machine.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureOlderSqlite, needsOlderSqlite, olderSqliteFile, tryOlderSqlite } from './older-sqlite.mjs'
import { allSources, chooseRuntime } from './runtime.mjs'
import { ensurePackages, needs } from './system-packages.mjs'

/** @typedef {import('./context.mjs').Context} Context */

/** What a window needs of the system. @param {Context} context @param {{ virtualDisplay: boolean }} how */
export async function preparePackages(context, { virtualDisplay }) {
  const wanted = [...needs.electron, ...(virtualDisplay ? needs.display : []), ...needs.phone]
  const machine = thisMachine(context.environment)
  await context.steps.step('packages', (doing) => ensurePackages(context, machine, wanted, doing))
}

/** @param {Context} context */
async function prepareDatabase(context) {
  const { steps, project, cache, environment } = context
  await steps.step('database', async (doing) => {
    if (!existsSync(olderSqliteFile(project, cache))) {
      await ensurePackages(context, thisMachine(environment), needs.compiler, doing)
    }
    return await ensureOlderSqlite(context, doing)
  })
}

/** @param {Context} context @returns {Promise<import('./runtime.mjs').Runtime>} */
export async function prepareRuntime(context) {
  /** @type {Promise<void> | undefined} */
  let database
  // Compiling takes longer than fetching, and one needs the network while the other needs the processor.
  const compileMeanwhile = () => {
    database = prepareDatabase(context)
    database.catch(() => undefined)
  }
  /** @type {import('./runtime.mjs').Runtime | undefined} */
  let runtime
  await context.steps.step('runtime', async (doing) => {
    runtime = await chooseRuntime(allSources(context, doing, compileMeanwhile))
    return runtime.words
  })
  if (!runtime) throw new Error('no runtime was chosen')
  if (needsOlderSqlite(runtime.version)) {
    await (database ?? prepareDatabase(context))
    tryOlderSqlite(context, runtime)
  }
  return runtime
}

/** @param {Context} context */
export async function prepareBuild(context) {
  await context.steps.step('build', (doing) => ensureBuilt(context, doing))
}

/** Everything that a window takes, but the packages of npm, which every command brings first.
 * Steps that do not wait for one another run side by side.
 * @param {Context} context @param {{ virtualDisplay?: boolean }} [how] */
export async function prepareWindow(context, how = {}) {
  const virtualDisplay = how.virtualDisplay ?? lacksDisplay(context.environment)
  await preparePackages(context, { virtualDisplay })
  const [runtime, build] = await Promise.allSettled([prepareRuntime(context), prepareBuild(context)])
  if (runtime.status === 'rejected') throw runtime.reason
  if (build.status === 'rejected') throw build.reason
  return runtime.value
}

/** What reaching a phone takes, without a window. @param {Context} context */
export async function preparePhone(context) {
  const machine = thisMachine(context.environment)
  await context.steps.step('packages', (doing) => ensurePackages(context, machine, needs.phone, doing))
}

/** What the storage tests take: the programs of a PostgreSQL server, and a compiler for the disk that fails.
 * @param {Context} context */
export async function preparePostgres(context) {
  const machine = thisMachine(context.environment)
  const wanted = [...needs.postgres, ...needs.compiler]
  await context.steps.step('postgres', (doing) => ensurePackages(context, machine, wanted, doing))
}
