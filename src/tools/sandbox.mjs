import { spawnSync } from 'node:child_process'
import { statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StepFailure } from './failure.mjs'

const SMALL = 256 * 1024 * 1024

/** Containers often have a tiny /dev/shm or none; Chromium crashes when it is full. */
function hasSmallSharedMemory() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize < SMALL
  } catch {
    return true
  }
}

/** Chromium refuses to run as root with its sandbox; for every other user the sandbox stays on.
 * @param {{ platform: NodeJS.Platform, isRoot: boolean }} who @returns {string[]} */
export function chromiumArguments({ platform, isRoot }) {
  if (platform !== 'linux') return []
  return [...(isRoot ? ['--no-sandbox'] : []), ...(hasSmallSharedMemory() ? ['--disable-dev-shm-usage'] : [])]
}

/** @param {string} file */
function isSetuidRoot(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && stats.uid === 0 && (stats.mode & 0o4000) !== 0
}

/** Some systems keep user namespaces, which the sandbox is made of, from plain users. Chromium then ends with a trace; here
 * the way out is told before.
 * @param {string} executable @param {import('./machine.mjs').Machine} machine */
export function checkSandbox(executable, { platform, isRoot }) {
  if (platform !== 'linux' || isRoot) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (isSetuidRoot(helper)) return
  const probe = spawnSync('unshare', ['--user', '--map-root-user', '--pid', '--net', '--fork', 'true'])
  if (probe.error || probe.status === 0) return
  throw new StepFailure({
    what: "Electron's sandbox cannot work for this user.",
    why: ['this system does not let a plain user make user namespaces'],
    todo: [`sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`, 'then run this command again'],
  })
}
