import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Duplex, Readable, Writable } from 'node:stream'
import { callReader, replyDescriptor, turnDescriptor } from './shims.ts'

export type Place = {
  readonly home: string
  readonly commands: string
  /** File of those commands that are functions of the shell. */
  readonly functions: string
}

export type ScriptPlace = Place & {
  /** One line of shell for what the command does; never, when the phone hangs there. */
  answer(words: readonly string[]): string | undefined
}

export type RunningScript = {
  readonly input: Writable
  readonly output: Readable
  readonly errors: Readable
  readonly exited: Promise<number>
  /** Ends the shell and all it started. */
  kill(): void
}

/** Runs a script in a shell that sees nothing of this machine but the phone's commands. */
export function runScript(script: string, place: ScriptPlace): RunningScript {
  return attend(spawnShell(script === '' ? [] : ['-c', `. '${place.functions}'\n${script}`], place), place)
}

export type SpareShells = {
  /** Runs a script in a shell that has been waiting for one. */
  run(script: string, place: ScriptPlace): RunningScript
  close(): void
}

/**
 * Shells that wait for a script. A phone starts those that are asked for side by side; Node, which stands still
 * for each process that it starts, would start them one after another.
 */
export function spareShells(count: number, place: Place): SpareShells {
  const waiting: ChildProcess[] = []
  let closed = false
  let scripts = 0
  const fill = (): void => {
    while (!closed && waiting.length < count) {
      const wait = `. '${place.functions}'\nIFS= read -r script <&${String(replyDescriptor)} && . "$script"`
      waiting.push(spawnShell(['-c', wait], place))
    }
  }
  fill()
  return {
    run(script, own) {
      const child = waiting.shift()
      if (child === undefined || script === '') return runScript(script, own)
      scripts += 1
      const file = join(place.home, '..', `script-${String(scripts)}`)
      writeFileSync(file, `${script}\n`)
      const running = attend(child, own)
      duplexAt(child, replyDescriptor).write(`${file}\n`)
      void running.exited.then(() => {
        rmSync(file, { force: true })
        fill()
      })
      return running
    },
    close() {
      closed = true
      for (const child of waiting) killGroup(child)
    },
  }
}

function spawnShell(words: readonly string[], place: Place): ChildProcess {
  return spawn('/bin/sh', words, {
    cwd: place.home,
    // A process group of its own, so that all of it can be ended at once.
    detached: true,
    env: {
      PATH: place.commands,
      HOME: place.home,
      TMPDIR: place.home,
      LC_ALL: 'C.UTF-8',
      USER: 'shell',
      HOSTNAME: 'localhost',
      ANDROID_ROOT: '/system',
      ANDROID_DATA: '/data',
      EXTERNAL_STORAGE: '/sdcard',
    },
    stdio: ['pipe', 'pipe', 'pipe', 'ignore', 'ignore', 'ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
}

/** Answers the commands that the shell runs. */
function attend(child: ChildProcess, place: ScriptPlace): RunningScript {
  const turns = duplexAt(child, turnDescriptor)
  const replies = duplexAt(child, replyDescriptor)
  const { stdin, stdout, stderr } = child
  if (stdin === null || stdout === null || stderr === null) throw new Error('a shell without its streams')

  const giveTurn = (): void => {
    turns.write('\n')
  }
  turns.on(
    'data',
    callReader((words) => {
      const line = place.answer(words)
      if (line !== undefined) replies.write(`${line}\n`)
    }, giveTurn),
  )
  giveTurn()

  // The shell may end before it has read all that was written to it.
  for (const stream of [turns, replies, stdin]) stream.on('error', () => {})
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal)))
    child.once('error', () => resolve(127))
  })
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    exited,
    kill: () => killGroup(child),
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nothing of the group is left.
    }
  }
  for (const stream of child.stdio) stream?.destroy()
}

function duplexAt(child: ChildProcess, descriptor: number): Duplex {
  const stream = child.stdio[descriptor]
  if (stream === undefined || stream === null || !('write' in stream) || !('read' in stream))
    throw new Error(`descriptor ${String(descriptor)} is not a pipe both ways`)
  return stream as Duplex
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === 'SIGTERM' ? 15 : 9
}
