import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { NetConnectOpts } from 'node:net'
import type { AdbPlace } from '../adb-place.ts'
import { adbClient, LimitReached, type Limits } from './connector.ts'

/** adb 1.0.41 (2019) is the first that tells phones apart by transport id in every request we make. */
export const OLDEST_VERSION = 41

const VERSION_LIMITS: Limits = {
  connectMs: 2000,
  firstByteMs: 3000,
  idleMs: 2000,
  totalMs: 5000,
  maxBytes: 4096,
}

export type ServerAnswer =
  | { readonly kind: 'running'; readonly version: number }
  | { readonly kind: 'too-old'; readonly version: number }
  /** Nobody listens on the port. */
  | { readonly kind: 'nobody' }
  /** Somebody listens, but does not answer as an adb server does. */
  | { readonly kind: 'stranger' }

const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Asks who listens at `target`; always answers, within 5 s. */
export const askServer = async (
  target: NetConnectOpts,
  signal: AbortSignal,
  limits: Limits = VERSION_LIMITS,
): Promise<ServerAnswer> => {
  try {
    const version = await adbClient(target, limits, signal).getVersion()
    if (!Number.isInteger(version) || version < 1) return { kind: 'stranger' }
    return version < OLDEST_VERSION ? { kind: 'too-old', version } : { kind: 'running', version }
  } catch (error) {
    if (errorCode(error) === 'ECONNREFUSED' || errorCode(error) === 'ENOENT') return { kind: 'nobody' }
    if (error instanceof LimitReached && error.limit === 'connect') return { kind: 'nobody' }
    return { kind: 'stranger' }
  }
}

const BASH = '/bin/bash'
const CLOSE_FILES = `for file in /dev/fd/*; do
  number=\${file##*/}
  if [[ $number =~ ^[0-9]+$ && $number -gt 2 ]]; then eval "exec $number>&-"; fi
done
exec "$@"`

/**
 * A server that is started from Electron inherits every file and socket that Chromium has open (only Node's own are
 * closed on exec), and outlives us: the data folder would stay busy and connections half open. So they are closed first.
 */
const withoutOurFiles = (program: string, args: readonly string[]): [string, string[]] =>
  process.platform !== 'win32' && existsSync(BASH)
    ? [BASH, ['-c', CLOSE_FILES, BASH, program, ...args]]
    : [program, [...args]]

/** How adb itself is told where its server is; `-L` since adb 1.0.36 (packages/modules/adb, client/commandline.cpp). */
const placeArguments = (place: AdbPlace): readonly string[] =>
  place.kind === 'port' ? ['-P', String(place.port)] : ['-L', `localfilesystem:${place.socket}`]

export const targetOf = (place: AdbPlace): NetConnectOpts =>
  place.kind === 'port' ? { host: '127.0.0.1', port: place.port } : { path: place.socket }

/** Ends a server that we have started ourselves; whatever comes of it, within 5 s. */
export const endServer = async (place: AdbPlace): Promise<void> => {
  await adbClient(targetOf(place), VERSION_LIMITS)
    .killServer()
    .catch(() => undefined)
}

/** `adb start-server` at its place; says why when it fails. The server goes on running without us, as adb's servers do. */
export const startServer = (adb: string, place: AdbPlace, signal: AbortSignal): Promise<string | null> =>
  new Promise((resolve) => {
    let said = ''
    const child = spawn(...withoutOurFiles(adb, [...placeArguments(place), 'start-server']), {
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      signal,
      timeout: 15_000,
    })
    child.stderr.on('data', (data: Buffer) => {
      said = (said + data.toString('utf8')).slice(-2000)
    })
    child.once('error', (error) => resolve(error.message))
    // "close" would wait for the server itself, which inherits stderr; "exit" is the starter's end.
    child.once('exit', (code) => {
      child.stderr.destroy()
      resolve(code === 0 ? null : said.trim().split('\n').at(-1) || `adb ended with ${String(code)}`)
    })
  })
