import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the socket of the server that the tests have started. */
    postgres: string
  }
}

/** Debian keeps the server's programs off the PATH, by version. */
const PLACES = [
  ...[15, 16, 17, 18, 14].map((version) => `/usr/lib/postgresql/${String(version)}/bin`),
  ...(process.env['PATH'] ?? '').split(delimiter),
]

/** PostgreSQL refuses to run as root: then it is nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/**
 * The tests ask what the queries do, not what the server's disk does. When whoever started it lets go of its input, however that happens, the server ends and leaves nothing
 * behind.
 */
const KEEPER = `"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses='' -c fsync=off -c full_page_writes=off >"$2/log" 2>&1 &
pid=$!
cat >/dev/null
kill -INT $pid 2>/dev/null
wait $pid
cd / && rm -rf "$2"`

export const databaseAt = (folder: string, database: string): string =>
  `postgres:///${database}?user=nobody&host=${encodeURIComponent(folder)}`

const logOf = (folder: string): string =>
  existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : ''

const untilReady = async (folder: string, server: ChildProcess): Promise<void> => {
  const late = performance.now() + 60_000
  for (;;) {
    const client = new Client({ connectionString: databaseAt(folder, 'postgres') })
    try {
      await client.connect()
      return
    } catch (error) {
      if (server.exitCode !== null || performance.now() > late)
        throw new Error(`PostgreSQL did not start: ${logOf(folder)}`, { cause: error })
    } finally {
      await client.end().catch(() => undefined)
    }
    await wait(50)
  }
}

export type PostgresServer = { readonly folder: string; stop(): Promise<void> }

/** A server of its own in a new folder, that only listens to a socket there. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const programs = PLACES.find((place) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(place, name))),
  )
  if (programs === undefined)
    throw new Error(
      'The storage tests need a PostgreSQL server’s programs (initdb, postgres), and found none. On Debian: apt-get install -y postgresql',
    )
  const folder = mkdtempSync(join(tmpdir(), 'benchside-postgres-'))
  if (NOBODY.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid)
  // A shop's server sorts as people do, not by bytes.
  const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US']
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'nobody', '--auth=trust', '--no-sync', ...options],
    { ...NOBODY, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`, { cause: made.error })
  const server = spawn('/bin/sh', ['-c', KEEPER, 'sh', programs, folder], {
    ...NOBODY,
    cwd: folder,
    // Not among those that a Ctrl-C ends: it has to put away what is left.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const stop = async (): Promise<void> => {
    const ended = once(server, 'exit')
    server.stdin.end()
    if (server.exitCode === null) await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(folder, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { folder, stop }
}

/** One server a test run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startPostgres()
  project.provide('postgres', server.folder)
  return async () => server.stop()
}
