import { readFileSync } from 'node:fs'

/** @param {number} id @returns {{ parent: number, command: string }} */
function processOf(id) {
  try {
    const parent = Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
    return { parent, command: readFileSync(`/proc/${id}/cmdline`, 'utf8') }
  } catch {
    return { parent: 0, command: '' }
  }
}

/** The npm that runs this script, past the shell that it puts between; on systems without /proc the direct parent. */
function npmProcess() {
  const direct = process.ppid
  const { parent, command } = processOf(direct)
  return !command.startsWith('npm') && processOf(parent).command.startsWith('npm') ? parent : direct
}

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** npm passes a signal on to the shell between, which dies of it alone; and one that is killed passes nothing on. So a script
 * of npm has to look whether its npm is still there.
 * @param {() => void} then */
export function whenNpmIsGone(then) {
  if (!process.env['npm_lifecycle_event']) return
  const npm = npmProcess()
  const parent = process.ppid
  const clock = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return
    clearInterval(clock)
    then()
  }, 500)
  clock.unref()
}
