import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import type { Store } from '../../src/storage/store.ts'
import { valueOf } from './some-record.ts'

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-record-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export const openStore = async (folder = newFolder()): Promise<Store> => {
  const store = valueOf(await openSqliteStore(folder))
  onTestFinished(() => store.close())
  return store
}

export type CounterProcess = {
  readonly child: ChildProcess
  readonly lines: Interface
  kill(): Promise<void>
}

/** counter-process.ts on `folder`, working through so many tickets; as another user where one is given. */
export const startCounter = (folder: string, tickets: number, user?: number): CounterProcess => {
  const program = join(import.meta.dirname, 'counter-process.ts')
  const child = spawn(process.execPath, [program, folder, String(tickets)], {
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
