import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { failed, type Answer } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import type { Say } from '../core/words/index.ts'
import { readAdbPort } from '../device/adb-port.ts'
import { openSqliteStore } from '../storage/open-sqlite.ts'
import { evaluateReports, knowledgeCommand } from './knowledge-commands.ts'
import { diagnoseInput, phones, probe, type Printed } from './phone-commands.ts'
import { simulateCases } from './simulate-command.ts'
import { ticket } from './ticket-commands.ts'
import type { Line } from './words.ts'

const VERSION = '0.1.0'

/** Where the window keeps its record, so that both work on the same one (Electron's appData). */
const ownDataFolder = (): string => {
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Benchside')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Benchside')
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Benchside')
  }
}

const withTickets = async (line: Line, port: number, say: Say): Promise<Answer<Printed>> => {
  const folder = resolve(line.values.data ?? process.env['BENCHSIDE_DATA'] ?? ownDataFolder())
  const store = await openSqliteStore(folder)
  if (!store.ok) return store
  try {
    const speech = { knowledge: SHIPPED, language: 'en', say } as const
    return await ticket({ store: store.value, speech, phoneOf: () => null }, line, port, say, VERSION)
  } finally {
    await store.value.close()
  }
}

export const run = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const port = readAdbPort(line.values['adb-port'], process.env)
  if (!port.ok) return port
  switch (line.words[0]) {
    case 'phones':
      return phones(port.value, say)
    case 'probe':
      return probe(line, port.value, say)
    case 'diagnose':
      return diagnoseInput(line, say)
    case 'evaluate':
      return evaluateReports(line)
    case 'knowledge':
      return knowledgeCommand(line)
    case 'simulate':
      return simulateCases(line)
    case 'ticket':
      return withTickets(line, port.value, say)
    default:
      return failed('command.unknown', { name: line.words[0] ?? '' })
  }
}
