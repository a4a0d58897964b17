import { fails, prints, type Reply } from '../shell/reply.ts'
import type { Command } from './command.ts'
import { addressOf, hostAnswer, isAddress } from './host-answer.ts'

type Call = {
  readonly address: string
  readonly host: string
  readonly count: number
  readonly waitSeconds: number
  readonly quiet: boolean
}

/** Options of ping that take a word after them. */
const withWord = new Set(['-c', '-W', '-w', '-i', '-s', '-I', '-t', '-m', '-p', '-l'])

export const ping: Command = (words, { state }) => {
  const read = readCall(words)
  const answer = hostAnswer(state, read.host)
  const call: Call = { ...read, address: addressOf(read.host, answer) }
  const { answerMilliseconds, pingProgram } = state.network
  switch (answer) {
    case 'unknown-host':
      return pingProgram === 'toybox'
        ? fails(`ping: ${call.host}: No address associated with hostname\n`)
        : fails(`ping: unknown host ${call.host}\n`, 2)
    case 'unreachable':
      return fails(
        pingProgram === 'toybox'
          ? 'ping: sendto: Network is unreachable\n'
          : 'connect: Network is unreachable\n',
        2,
      )
    case 'no-answer':
    case 'no-ping':
      return silence(call, pingProgram)
    case 'ok':
    case 'refuses':
    case 'blocked':
    case 'portal':
      return answered(call, answerMilliseconds, pingProgram)
    default:
      return missingCase(answer)
  }
}

function readCall(words: readonly string[]): Omit<Call, 'address'> {
  const options = new Map<string, string>()
  let host = ''
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const glued = /^(-[cWwisItmpl])(.+)$/.exec(word)
    if (withWord.has(word)) {
      options.set(word, words[at + 1] ?? '')
      at += 1
    } else if (glued !== null) options.set(glued[1] ?? '', glued[2] ?? '')
    else if (word.startsWith('-')) options.set(word, '')
    else host = word
  }
  const limit = (option: string): number => Number(options.get(option) ?? Number.NaN)
  const seconds = [limit('-W'), limit('-w')].filter((one) => one > 0)
  return {
    host,
    count: limit('-c') || 4,
    waitSeconds: seconds.length === 0 ? 10 : Math.min(...seconds),
    quiet: options.has('-q'),
  }
}

function answered(call: Call, milliseconds: number, program: 'iputils' | 'toybox'): Reply {
  const { address } = call
  const time = milliseconds.toFixed(1)
  const bytes =
    program === 'toybox' ? '64 bytes from' : `64 bytes from ${isAddress(call.host) ? '' : `${address} (`}`
  const from = program === 'toybox' ? address : isAddress(call.host) ? address : `${address})`
  const lines = Array.from(
    { length: call.quiet ? 0 : call.count },
    (_, at) =>
      `${bytes}${program === 'toybox' ? ' ' : ''}${from}: icmp_seq=${String(at + 1)} ttl=47 time=${time} ms\n`,
  )
  return prints(
    `${heading(call, program)}${lines.join('')}${summary(call, call.count, milliseconds, program)}`,
    {
      seconds: milliseconds / 1000 + (call.count - 1),
    },
  )
}

/** Without an answer ping waits as long as it was told to and ends with 1. */
function silence(call: Call, program: 'iputils' | 'toybox'): Reply {
  return prints(`${heading(call, program)}${summary(call, 0, 0, program)}`, {
    exitCode: 1,
    seconds: call.waitSeconds,
  })
}

function heading(call: Call, program: 'iputils' | 'toybox'): string {
  const { address } = call
  return program === 'toybox'
    ? `Ping ${call.host} (${address}): 56(84) bytes.\n`
    : `PING ${call.host} (${address}) 56(84) bytes of data.\n`
}

function summary(call: Call, received: number, milliseconds: number, program: 'iputils' | 'toybox'): string {
  const sent = String(call.count)
  const lost = String(Math.round((100 * (call.count - received)) / call.count))
  const took = String((call.count - 1) * 1000)
  const title = `\n--- ${call.host} ping statistics ---\n`
  const counts = `${sent} packets transmitted, ${String(received)} received, ${lost}% packet loss`
  if (program === 'toybox') {
    const whole = String(Math.round(milliseconds))
    return `${title}${counts}\n${received > 0 ? `round-trip min/avg/max = ${whole}/${whole}/${whole} ms\n` : ''}`
  }
  const exact = milliseconds.toFixed(3)
  const times = received > 0 ? `rtt min/avg/max/mdev = ${exact}/${exact}/${exact}/0.000 ms` : ''
  return `${title}${counts}, time ${took}ms\n${times}\n`
}

function missingCase(never: never): never {
  throw new Error(`missing case: ${String(never)}`)
}
