import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { bugWords } from '../core/bug-words.ts'
import { cleanDeviceLines } from '../core/device-text.ts'
import { failed, type Answer, type Failure } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import { speak } from '../core/words/index.ts'
import { readAdbPort } from '../device/adb-port.ts'
import { openSqliteStore } from '../storage/open-sqlite.ts'
import { exitStatus } from './ends.ts'
import { diagnoseInput, phones, probe, type Printed } from './phone-commands.ts'
import { ticket } from './ticket-commands.ts'
import { HELP, readLine, type Line } from './words.ts'

const VERSION = '0.1.0'
const say = speak('en')

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

const withTickets = async (line: Line, port: number): Promise<Answer<Printed>> => {
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

const run = async (line: Line): Promise<Answer<Printed>> => {
  const port = readAdbPort(line.values['adb-port'], process.env)
  if (!port.ok) return port
  switch (line.words[0]) {
    case 'phones':
      return phones(port.value, say)
    case 'probe':
      return probe(line, port.value, say)
    case 'diagnose':
      return diagnoseInput(line, say)
    case 'ticket':
      return withTickets(line, port.value)
    default:
      return failed('command.unknown', { name: line.words[0] ?? '' })
  }
}

/** What somebody typed or a file holds is kept as it is, but steers no terminal. */
const forTerminal = (text: string): string => cleanDeviceLines(text, text.length)

/** Says what went wrong and what to do; gives the exit status. */
const tell = ({ code, details }: Failure): number => {
  process.stderr.write(`${forTerminal(say(`failure.${code}`, details))}\n`)
  if (code === 'command.unknown') process.stderr.write(HELP)
  return exitStatus(code)
}

const main = async (): Promise<number> => {
  const line = readLine(process.argv.slice(2))
  if (line.ok && (line.value.values.help === true || line.value.words.length === 0)) {
    process.stderr.write(HELP)
    return line.value.values.help === true ? 0 : 2
  }
  const answer = line.ok ? await run(line.value) : line
  if (!answer.ok) return tell(answer.failure)
  const { json, text, failure } = answer.value
  const asJson = line.ok && line.value.values.json === true
  process.stdout.write(asJson ? `${JSON.stringify(json, null, 2)}\n` : `${forTerminal(text)}\n`)
  return failure === undefined ? 0 : tell(failure)
}

// Whoever reads only the beginning, such as `head`, closes the pipe while the rest is being written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${say('failure.bug', { what: 'cli' })}\n${bugWords(error)}\n`)
  return 1
})
