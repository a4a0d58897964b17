import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Hostile } from './hostile-server.ts'
import { print } from './figure.ts'
import type { Cost } from './reading-client.ts'

/**
 * What a phone that floods costs a process that reads it, in all shells of an inspection at once: JavaScript's heap and
 * what hangs on it, garbage included, at its highest. The phone and the adb server are processes of their own.
 */
const ALLOWED = 20 * 1024 * 1024
const HOSTILE = ['writes without end', 'complains without end', 'claims a frame of 4 GiB'] as const

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const servers = ['ends at once' as const, ...HOSTILE].map((shell: Hostile) =>
  spawn(process.execPath, [program('hostile-server.ts'), shell], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  }),
)
const ports = await Promise.all(
  servers.map(async (server) => {
    for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) return line
    throw new Error('a server that says no port')
  }),
)

const client = spawn(process.execPath, ['--expose-gc', program('reading-client.ts'), ...ports], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const over = once(client, 'exit')
let at = 0
for await (const line of createInterface({ input: client.stdout })) {
  const cost = JSON.parse(line) as Cost
  const name = HOSTILE[at] ?? ''
  at += 1
  if (cost.stopped !== 'flood') throw new Error(`a phone that ${name}: ${String(cost.stopped)}`)
  for (const [what, value] of [
    ['heap and external', cost.held],
    ['resident', cost.resident],
  ] as const)
    print({
      name: `memory, a phone that ${name}, ${what}`,
      value: value / 1024 / 1024,
      unit: 'MiB',
      against: `20 MiB; over after ${cost.ms.toFixed(0)} ms`,
      ratio: value / ALLOWED,
    })
}
const [code] = (await over) as [number | null]
for (const server of servers) server.disconnect()
if (code !== 0 || at !== HOSTILE.length) throw new Error(`the client ended with ${String(code)}`)
