import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { Store } from '../../src/storage/store.ts'
import type { TestEngine } from './engines/engine.ts'
import { valueOf } from './some-record.ts'

const engineNamed = async (name: string): Promise<TestEngine> => {
  switch (name) {
    case 'sqlite':
      return (await import('./engines/sqlite.ts')).engine
    case 'pglite':
      return (await import('./engines/pglite.ts')).engine
    case 'postgres':
      return (await import('./engines/postgres.ts')).engine
    default:
      throw new Error(`no such engine: ${name}`)
  }
}

/** What this run of the tests is on: vitest.config.ts runs all of them once on each. */
export const engine = await engineNamed(process.env['BENCHSIDE_TEST_ENGINE'] ?? 'sqlite')

/** The place of a record; on an engine that is a server it only names it. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-record-'))
  onTestFinished(async () => {
    await engine.remove(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return folder
}

export const openStore = async (folder = newFolder()): Promise<Store> => {
  const store = valueOf(await engine.open(folder))
  onTestFinished(() => store.close())
  return store
}

export type CounterProcess = {
  readonly child: ChildProcess
  readonly lines: Interface
  kill(): Promise<void>
}

/** counter-process.ts on the record at an address (a folder, in SQLite), working through so many tickets; as another user where one is given. */
export const startCounter = (address: string, tickets: number, user?: number): CounterProcess => {
  const program = join(import.meta.dirname, 'counter-process.ts')
  const child = spawn(process.execPath, [program, address, String(tickets)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(user !== undefined && { uid: user, gid: user }),
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return { child, lines: createInterface({ input: child.stdout }), kill }
}
