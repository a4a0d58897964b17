/** @typedef {{ write: (text: string) => unknown, isTTY?: boolean | undefined, columns?: number | undefined }} Screen */
/** @typedef {(words: string) => void} Doing says what a running step is at */
/** @typedef {{
 *   step: (name: string, work: (doing: Doing) => Promise<string> | string) => Promise<string>,
 *   note: (name: string, words: string) => void,
 * }} Steps */

/** @param {string} name @param {string} time @param {string} words */
const line = (name, time, words) => `  ${name.padEnd(12)}${time.padStart(8)}   ${words}`

/** @param {number} started */
const since = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`

/** One line a step with its time. On a terminal the running steps show what they are at; elsewhere, in a build log for
 * instance, only what is done is written.
 * @param {Screen} screen @param {import('./log.mjs').Log} log @returns {Steps} */
export function makeSteps(screen, log) {
  /** @type {Map<string, { started: number, at: string }>} */
  const running = new Map()
  /** @type {NodeJS.Timeout | undefined} */
  let clock

  const show = () => {
    const all = [...running].map(([name, { started, at }]) => `${name} ${since(started)} ${at}`)
    screen.write(`\r  ${all.join(' | ').slice(0, (screen.columns ?? 80) - 3)}\u001B[K`)
  }
  /** @param {string} text */
  const say = (text) => {
    log.write(`${text}\n`)
    screen.write(screen.isTTY ? `\r${text}\u001B[K\n` : `${text}\n`)
  }
  /** @param {string} name @param {string} words */
  const end = (name, words) => {
    const started = running.get(name)?.started ?? performance.now()
    running.delete(name)
    if (running.size === 0) {
      clearInterval(clock)
      clock = undefined
    }
    say(line(name, since(started), words))
  }

  return {
    async step(name, work) {
      const state = { started: performance.now(), at: '' }
      running.set(name, state)
      if (screen.isTTY) clock ??= setInterval(show, 250)
      try {
        const words = await work((doing) => {
          state.at = doing
        })
        end(name, words)
        return words
      } catch (error) {
        end(name, 'failed')
        throw error
      }
    },
    note: (name, words) => say(line(name, '', words)),
  }
}
