import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { ownNode } from '../../src/tools/own-node.mjs'
import { freePort } from '../simulator/listen.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Where `npm run -s cli` keeps it too: compiling anew takes a quarter of a short command's time. */
const COMPILED = join(project, '.cache/compiled')

export type Ended = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }

export type Place = {
  readonly data: string
  readonly adbPort: number
  readonly environment?: Readonly<Record<string, string>>
}

/** `deaf`: whoever was to read the output has gone before it comes. */
export type Typed = { readonly input?: string; readonly script?: string; readonly deaf?: boolean }

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-cli-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return folder
}

/** A new data folder, and a port on which nobody answers and no adb server will be started. */
export const emptyPlace = async (): Promise<Place> => ({ data: temporaryFolder(), adbPort: await freePort() })

const run = async (
  words: readonly string[],
  { environment = {} }: Partial<Place>,
  { input = '', script = 'out/main/cli.js', deaf = false }: Typed,
): Promise<Ended> => {
  const child = spawn(ownNode(project), [join(project, script), ...words], {
    cwd: project,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: tmpdir(),
      NODE_COMPILE_CACHE: COMPILED,
      BENCHSIDE_ADB: '/nonexistent',
      ...environment,
    },
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  if (deaf) child.stdout.destroy()
  const [stdout, stderr] = await Promise.all([deaf ? '' : text(child.stdout), text(child.stderr)])
  return { exitCode: await exited, stdout, stderr }
}

/** `npm run -s cli`: builds what is missing, so that the tests see the sources as they are. */
export const throughNpmScript = (words: readonly string[]): Promise<Ended> =>
  run(words, { environment: { BENCHSIDE_ADB: '' } }, { script: 'src/tools/cli.mjs' })

export const cli = (place: Place, words: readonly string[], typed: Typed = {}): Promise<Ended> =>
  run([...words, '--data', place.data, '--adb-port', String(place.adbPort)], place, typed)

/** Runs a command that has to end well, and reads the one JSON document that it prints. */
export const json = async <T>(place: Place, words: readonly string[], typed: Typed = {}): Promise<T> => {
  const { exitCode, stdout, stderr } = await cli(place, [...words, '--json'], typed)
  if (exitCode !== 0) throw new Error(`${words.join(' ')} ended with ${String(exitCode)}: ${stderr}`)
  return JSON.parse(stdout) as T
}
