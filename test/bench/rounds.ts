import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { SECTIONS } from '../../src/core/probes/index.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { speak } from '../../src/core/words/index.ts'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import { newId } from '../../src/storage/ids.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { followBench } from '../../src/usecases/follow-bench.ts'

export type Rounds = {
  readonly rounds: number
  readonly cutShort: number
  /** Heap and what hangs on it after the rounds, through the same before them. */
  readonly memory: number
  /** Sockets, timers and children that were not there before. */
  readonly left: readonly string[]
}

/** The phone is read besides in every so many rounds: by itself the follower begins 24 readings a minute. */
const READ_EVERY = 20

const difference = (after: readonly string[], before: readonly string[]): readonly string[] => {
  const known = [...before]
  return after.filter((one) => {
    const at = known.indexOf(one)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

const pluggingServer = async () => {
  const child = fork(fileURLToPath(new URL('plugging-server.ts', import.meta.url)), [], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (child.stdout === null) throw new Error('a server without output')
  const lines = createInterface({ input: child.stdout })
  const [port] = (await once(lines, 'line')) as [string]
  return {
    port: Number(port),
    close: async () => {
      const over = once(child, 'exit')
      child.disconnect()
      await over
      lines.close()
    },
  }
}

/** Follows a bench on which a phone is plugged in and pulled out so many times, through the real supervisor. */
export const runRounds = async (rounds: number, warm: number, collect: () => void): Promise<Rounds> => {
  const server = await pluggingServer()
  const folder = mkdtempSync(join(tmpdir(), 'benchside-rounds-'))
  const opened = await openSqliteStore(folder)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const before = process.getActiveResourcesInfo()
  const bench = adbBench({ kind: 'port', port: server.port }, () => null, 0)
  const follower = followBench({
    bench,
    store: opened.value,
    speech: { knowledge: SHIPPED, language: 'en', say: speak('en') },
    appVersion: 'bench',
    newId,
    changed: () => undefined,
    ticketRead: () => undefined,
    onBug: (error) => {
      throw error
    },
  })
  let seen = 0
  let cutShort = 0
  let reading: AbortController | null = null
  const stopReading = (): void => reading?.abort('unplugged')
  const held = (): number => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  let atWarm = Number.NaN
  let atEnd = Number.NaN
  await new Promise<void>((resolve) => {
    bench.onChange(({ phones: [phone] }) => {
      if (phone === undefined) return stopReading()
      seen += 1
      if (seen === warm) atWarm = held()
      if (seen === rounds) {
        atEnd = held()
        resolve()
      }
      if (seen % READ_EVERY !== 0) return
      const stop = new AbortController()
      reading = stop
      void bench
        .open(phone)
        .inspect(SECTIONS, stop.signal, () => undefined)
        .then(({ stopped }) => {
          if (stopped === 'unplugged') cutShort += 1
        })
    })
  })
  stopReading()
  await follower.close()
  await bench.close()
  // Sockets that were ended are closed in the next turns of the loop.
  await new Promise((resolve) => {
    setTimeout(resolve, 200)
  })
  const left = difference(process.getActiveResourcesInfo(), before)
  await opened.value.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return { rounds: seen, cutShort, memory: atEnd / atWarm, left }
}
