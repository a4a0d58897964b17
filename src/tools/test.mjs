import './node-version.mjs'
import { command } from './command.mjs'
import { failureText } from './failure.mjs'
import { chooseParts, helpText, summaryText } from './test-parts.mjs'
import { preparePhone, preparePostgres, prepareWindow } from './setup.mjs'
import { ownNode, withOwnNodeFirst } from './own-node.mjs'
import { runInFront } from './run.mjs'

const given = process.argv.slice(2)
if (given.includes('--help')) {
  process.stdout.write(helpText)
  process.exit(0)
}

await command('test', process.stdout, async (context) => {
  const { project, environment, log, steps } = context
  const { parts, forVitest } = chooseParts(given)
  /** @type {import('./test-parts.mjs').Result[]} */
  const results = []

  // A window that cannot be prepared fails the parts that need one; the others still tell what they know.
  let windowIsReady = true
  if (parts.some((part) => part.takesWindow)) {
    try {
      await prepareWindow(context, { virtualDisplay: process.platform === 'linux' })
    } catch (error) {
      process.stdout.write(failureText(error, log.file))
      windowIsReady = false
    }
  } else if (parts.some((part) => part.takesPhone)) await preparePhone(context)

  // Without it the storage tests still tell what they know, and that it is missing.
  if (parts.some((part) => part.takesPostgres)) {
    try {
      await preparePostgres(context)
    } catch (error) {
      process.stdout.write(failureText(error, log.file))
    }
  }

  const env = withOwnNodeFirst(project, environment)
  for (const part of parts) {
    if (part.takesWindow && !windowIsReady) {
      results.push({ name: part.name, seconds: 0, outcome: 'not run' })
      continue
    }
    steps.note(part.name, part.words)
    const args = [...part.args, ...(part.isVitest ? forVitest : [])]
    const started = performance.now()
    const code = await runInFront(ownNode(project), args, { cwd: project, env })
    const seconds = (performance.now() - started) / 1000
    results.push({ name: part.name, seconds, outcome: code === 0 ? 'passed' : 'failed' })
  }
  process.stdout.write(summaryText(results))
  return results.every(({ outcome }) => outcome === 'passed') ? 0 : 1
})
