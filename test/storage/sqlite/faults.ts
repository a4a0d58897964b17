import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The so-manieth call of a kind that does not do what it is asked. */
export type Fault = {
  readonly call: 'write' | 'sync' | 'size'
  readonly at: number
  readonly error: 'EIO' | 'ENOSPC'
  readonly how: 'once' | 'from then on' | 'half done, then never'
}

export type Outcome = {
  readonly fault: Fault
  /** Calls that failed. */
  readonly struck: number
  /** The failures' codes that were answered. */
  readonly refused: readonly string[]
  readonly answered: number
  /** How the record differs from what was answered, when the program is killed there; and when it goes on and is closed. */
  readonly afterKill: readonly string[]
  readonly afterClose: readonly string[]
  /** The next change after the fault is over was made. */
  readonly goesOn: boolean
}

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${command}: ${stderr}`, { cause: error })
  return stdout
}

/** Works through these faults in a program of its own whose disk fails so; takes a C compiler and Linux. */
export const tryFaults = (faults: readonly Fault[]): readonly Outcome[] => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-faults-'))
  try {
    const [library, plan] = [join(folder, 'faults.so'), join(folder, 'plan')]
    run('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, 'faults.c'), '-ldl'])
    writeFileSync(plan, Buffer.alloc(24))
    const program = join(import.meta.dirname, 'fault-process.ts')
    const told = run(process.execPath, [program, JSON.stringify(faults)], {
      LD_PRELOAD: library,
      FAULT_PLAN: plan,
    })
    return told
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
