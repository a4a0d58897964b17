import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** An X display for each worker; empty where windows open on the one that is there. */
    displays: readonly string[]
  }
}

/** When whoever started it lets go of its input, however that happens, the display ends. */
const KEEPER = `Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp >/dev/null 2>&1 &
pid=$!
exec 3>&-
cat >/dev/null
kill $pid
wait $pid`

const startDisplay = async (): Promise<{ readonly name: string; readonly keeper: ChildProcess }> => {
  const keeper = spawn('sh', ['-c', KEEPER], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'] })
  const numbers = createInterface({ input: keeper.stdio[3] as Readable })
  for await (const number of numbers) return { name: `:${number}`, keeper }
  throw new Error('Xvfb did not start')
}

const stop = async (keeper: ChildProcess): Promise<void> => {
  const gone = once(keeper, 'exit')
  keeper.stdin?.end()
  await gone
}

/**
 * Two windows on one display share its clipboard and take the keyboard from each other. So each worker has a display of
 * its own, and tests of different files do not meet.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isLinux = process.platform === 'linux'
  const count = isLinux ? project.config.maxWorkers : 0
  const started = await Promise.all(Array.from({ length: count }, startDisplay))
  project.provide(
    'displays',
    started.map(({ name }) => name),
  )
  return async () => {
    await Promise.all(started.map(({ keeper }) => stop(keeper)))
  }
}
