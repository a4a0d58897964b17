import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url))

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @type {Set<ChildProcess>} */
const running = new Set()

/** @param {string} command @param {readonly string[]} rest @param {import('node:child_process').SpawnOptions} options */
function underGuard(command, rest, options) {
  const child = spawn(process.execPath, [guard, command, ...rest], options)
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}

/** @param {ChildProcess} child @returns {Promise<number>} its exit code */
const untilClosed = (child) =>
  new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1))
  })

/** Asks everything that this process started to end, and waits until it has. */
export async function endAll() {
  const ended = [...running].map(untilClosed)
  for (const child of running) child.kill('SIGTERM')
  await Promise.all(ended)
}

/** @param {import('node:stream').Readable | null} stream @param {(text: string) => void} onText
 * @param {(line: string) => void} onLine */
function readLines(stream, onText, onLine) {
  let open = ''
  stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    onText(text)
    const lines = (open + text).split(/\r?\n|\r/u)
    open = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  stream?.on('end', () => open && onLine(open))
}

const KEPT_LINES = 200

/** @typedef {{ code: number, lines: string[], ended: 'itself' | 'too long' | 'no progress' }} Ran */
/** @typedef {{
 *   log: import('./log.mjs').Log,
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   onLine?: (line: string) => void,
 *   longest?: number,
 *   longestSilence?: number,
 *   progress?: () => number,
 * }} RunOptions times in milliseconds; `progress` grows while the command gets on, besides what it prints */

/** A command of the set-up: its output goes to the log, the last lines come back.
 * @param {string} command @param {readonly string[]} rest @param {RunOptions} options @returns {Promise<Ran>} */
export async function run(command, rest, options) {
  const { log, cwd, env, onLine, longest = Infinity, longestSilence = Infinity, progress } = options
  log.write(`\n$ ${[command, ...rest].join(' ')}\n`)
  const child = underGuard(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
  })
  /** @type {string[]} */
  const lines = []
  /** @type {Ran['ended']} */
  let ended = 'itself'
  const started = performance.now()
  let lastSign = started
  let reached = progress?.() ?? 0

  /** @param {string} text */
  const onText = (text) => {
    log.write(text)
    lastSign = performance.now()
  }
  /** @param {string} line */
  const keep = (line) => {
    lines.push(line)
    if (lines.length > KEPT_LINES) lines.shift()
    onLine?.(line)
  }
  readLines(child.stdout, onText, keep)
  readLines(child.stderr, onText, keep)

  const watch = setInterval(() => {
    const now = performance.now()
    const before = reached
    reached = progress?.() ?? 0
    if (reached !== before) lastSign = now
    if (now - started > longest) ended = 'too long'
    else if (now - lastSign > longestSilence) ended = 'no progress'
    if (ended !== 'itself') child.kill('SIGTERM')
  }, 500)
  const code = await untilClosed(child)
  clearInterval(watch)
  log.write(`(ended with code ${code})\n`)
  return { code, lines, ended }
}

/** A command that the user sees: same terminal, same exit code. Lines on stderr that `toLog` picks go there instead.
 * @param {string} command @param {readonly string[]} rest
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, toLog?: { log: import('./log.mjs').Log, picks: RegExp } }} [options]
 * @returns {Promise<number>} */
export function runInFront(command, rest, { toLog, ...options } = {}) {
  const child = underGuard(command, rest, {
    ...options,
    stdio: ['inherit', 'inherit', toLog ? 'pipe' : 'inherit', 'ipc'],
  })
  readLines(
    child.stderr,
    () => undefined,
    (line) => {
      if (toLog?.picks.test(line)) toLog.log.write(`${line}\n`)
      else process.stderr.write(`${line}\n`)
    },
  )
  return untilClosed(child)
}
