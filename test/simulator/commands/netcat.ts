import { fails, prints } from '../shell/reply.ts'
import type { Command } from './command.ts'
import { hostAnswer } from './host-answer.ts'

/** toybox nc: connects and prints nothing, or says why not. */
export const netcat: Command = (words, { state }) => {
  const options = words.filter((word) => word.startsWith('-'))
  if (options.some((option) => option.includes('l') || option.includes('L')))
    return fails('nc: not allowed\n')
  const waitAt = words.indexOf('-w')
  const limit = Number(waitAt < 0 ? '60' : (words[waitAt + 1] ?? '60'))
  const [host = '', port = ''] = words.filter((word, at) => !word.startsWith('-') && words[at - 1] !== '-w')
  const seconds = state.network.answerMilliseconds / 1000
  const answer = hostAnswer(state, host)
  switch (answer) {
    case 'ok':
    case 'no-ping':
    case 'portal':
      return prints('', { seconds })
    case 'refuses':
    case 'blocked':
      return prints('', { errors: 'nc: connect: Connection refused\n', exitCode: 1, seconds })
    case 'no-answer':
      return prints('', { errors: 'nc: Timeout\n', exitCode: 1, seconds: limit })
    case 'unknown-host':
      return fails(`nc: ${host}:${port}: No address associated with hostname\n`)
    case 'unreachable':
      return fails('nc: connect: Network is unreachable\n')
    default:
      return missingCase(answer)
  }
}

function missingCase(never: never): never {
  throw new Error(`missing case: ${String(never)}`)
}
