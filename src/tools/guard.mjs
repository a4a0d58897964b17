// Runs one command and ends it, with all that it started, when the process that asked for it is gone, even by kill -9:
// an npm or an Electron left behind would work on the same folders as the next set-up.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const PATIENCE = 5000

const [command = '', ...rest] = process.argv.slice(2)
const windows = process.platform === 'win32'
const child = spawn(command, rest, { stdio: 'inherit', detached: !windows })

/** @param {NodeJS.Signals} signal */
function endGroup(signal) {
  if (child.pid === undefined) return
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-child.pid, signal)
  } catch {
    // Already gone.
  }
}

/** @param {number} patience */
function end(patience) {
  endGroup('SIGTERM')
  setTimeout(() => endGroup('SIGKILL'), patience).unref()
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => end(PATIENCE))
process.on('disconnect', () => end(300))

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(127)
})
child.on('exit', (code, signal) => {
  endGroup('SIGTERM')
  process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0))
})
