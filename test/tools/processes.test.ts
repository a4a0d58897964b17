import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { withLock } from '../../src/tools/lock.mjs'
import { run } from '../../src/tools/run.mjs'
import { fakeContext, temporaryFolder } from './fake-context.ts'

const tools = fileURLToPath(new URL('../../src/tools/', import.meta.url))

function startScript(script: string, ...given: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function until(condition: () => boolean): Promise<void> {
  for (let count = 0; count < 200 && !condition(); count++) await wait(25)
  expect(condition()).toBe(true)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe('the lock on a folder', () => {
  test('lets one at a time in', async () => {
    const folder = temporaryFolder()
    const seen: string[] = []
    const enter = (name: string) =>
      withLock(
        folder,
        () => seen.push(`${name} waits`),
        async () => {
          seen.push(`${name} in`)
          await wait(50)
          seen.push(`${name} out`)
        },
      )
    await Promise.all([enter('first'), enter('second')])
    expect(seen.filter((word) => !word.endsWith('waits'))).toEqual([
      'first in',
      'first out',
      'second in',
      'second out',
    ])
    expect(seen).toContain('second waits')
  })

  test('is let go when the work fails', async () => {
    const folder = temporaryFolder()
    const failing = withLock(
      folder,
      () => undefined,
      () => Promise.reject(new Error('no')),
    )
    await expect(failing).rejects.toThrow('no')
    expect(
      await withLock(
        folder,
        () => undefined,
        () => Promise.resolve('in'),
      ),
    ).toBe('in')
  })

  test('is let go when its holder is killed', async () => {
    const folder = temporaryFolder()
    const script = `import { withLock } from ${JSON.stringify(join(tools, 'lock.mjs'))}
      await withLock(process.argv[1], () => {}, () => { console.log('in'); return new Promise((r) => setTimeout(r, 60000)) })`
    const holder = startScript(script, folder)
    if (holder.stdout) await once(holder.stdout, 'data')
    let waited = false
    const entered = withLock(
      folder,
      () => {
        waited = true
        holder.kill('SIGKILL')
      },
      () => Promise.resolve('in'),
    )
    expect(await entered).toBe('in')
    expect(waited).toBe(true)
  })
})

describe('a command of the set-up', () => {
  test('gives its code and last lines, and the log has all', async () => {
    const { context, logged } = fakeContext()
    const { code, lines } = await run('sh', ['-c', 'echo one; echo two >&2; exit 3'], { log: context.log })
    expect(code).toBe(3)
    expect(lines.toSorted()).toEqual(['one', 'two'])
    expect(logged.join('')).toContain('two')
  })

  test('that is not there is a code, not a crash', async () => {
    const { context } = fakeContext()
    const { code, lines } = await run('no-such-command', [], { log: context.log })
    expect(code).toBe(127)
    expect(lines.join('')).toContain('no-such-command')
  })

  test('is stopped when it gets nowhere', async () => {
    const { context } = fakeContext()
    const { ended } = await run('sleep', ['60'], { log: context.log, longestSilence: 300 })
    expect(ended).toBe('no progress')
  })

  test('ends, with what it started, when the set-up is killed', { timeout: 20_000 }, async () => {
    const file = join(temporaryFolder(), 'pid')
    const script = `import { run } from ${JSON.stringify(join(tools, 'run.mjs'))}
      await run('sh', ['-c', 'sleep 60 & echo $! > ' + process.argv[1] + '; wait'], { log: { file: '', write() {} } })`
    const setUp = startScript(script, file)
    await until(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'))
    const started = Number(readFileSync(file, 'utf8'))
    expect(isAlive(started)).toBe(true)
    setUp.kill('SIGKILL')
    await until(() => !isAlive(started))
  })
})
