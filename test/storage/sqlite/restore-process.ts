/** Puts a copy back in a process of its own, which is killed at the so-manieth step that changes names on the disk. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [folder = '', copy = '', killAt = '0'] = process.argv.slice(2)
let steps = 0
const step = (): void => {
  steps += 1
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL')
}
for (const name of ['linkSync', 'renameSync', 'fsyncSync', 'rmSync'] as const) {
  const real = fs[name] as (...given: readonly unknown[]) => unknown
  Reflect.set(fs, name, (...given: readonly unknown[]) => {
    step()
    return real(...given)
  })
}
syncBuiltinESMExports()
const { restoreRecord } = await import('../../../src/storage/restore-record.ts')
const restored = await restoreRecord(folder, copy, new Date())
process.exitCode = restored.ok ? 0 : 1
