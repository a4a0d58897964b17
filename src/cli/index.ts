import { bugWords } from '../core/bug-words.ts'
import { cleanDeviceLines } from '../core/device-text.ts'
import type { Answer, Failure } from '../core/failure.ts'
import { speak } from '../core/words/index.ts'
import { exitStatus } from './ends.ts'
import type { Printed } from './phone-commands.ts'
import { HELP, readLine, type Line } from './words.ts'

const say = speak('en')

/** What checks the data must not load what trusts it; the rest is loaded only when it is asked for. */
const run = async (line: Line): Promise<Answer<Printed>> => {
  const [command, verb] = line.words
  if (command === 'knowledge' && verb === 'check')
    return (await import('./knowledge-check.ts')).knowledgeCheck()
  return (await import('./run.ts')).run(line, say)
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
