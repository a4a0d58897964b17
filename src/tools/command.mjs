import { constants } from 'node:os'
import { makeContext } from './context.mjs'
import { failureText } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { whenNpmIsGone } from './npm-parent.mjs'
import { handOver, runsUnderOwnNode, handedOverLog } from './own-node.mjs'
import { endAll } from './run.mjs'

let interrupted = false

function endTogetherWithChildren() {
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    interrupted = true
    await endAll()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void end(signal))
  }
  whenNpmIsGone(() => void end('SIGTERM'))
}

/** The frame of every npm script: install, go on under the project's own Node, do the work, tell a failure in words.
 * @param {string} name @param {import('./steps.mjs').Screen} screen
 * @param {(context: import('./context.mjs').Context) => Promise<number>} work gives the exit code */
export async function command(name, screen, work) {
  const context = makeContext(name, screen)
  endTogetherWithChildren()
  try {
    if (handedOverLog === undefined)
      await context.steps.step('install', (doing) => ensureInstalled(context, doing))
    process.exitCode = runsUnderOwnNode(context.project)
      ? await work(context)
      : await handOver(context.project, context.log.file)
  } catch (error) {
    if (interrupted) return
    context.log.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    screen.write(failureText(error, context.log.file))
    process.exitCode = 1
  }
}
