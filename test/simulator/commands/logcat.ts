import { becomes, fails, quote } from '../shell/reply.ts'
import { toolPath } from '../shell/host-tools.ts'
import type { PhoneState } from '../state.ts'
import type { Command } from './command.ts'

export type LogLevel = 'V' | 'D' | 'I' | 'W' | 'E' | 'F'

/** "-T" came with Android 5; logcat of 4.4 prints its usage and ends. */
const FIRST_WITH_T = 21

/** AOSP logcat: -d prints and ends, -T 1 begins with the last line, -s leaves only the tags that are named. */
export const logcat: Command = (words, { state, logFile }) => {
  if (words.includes('-d') || words.includes('-t'))
    return becomes(toolPath('cat') ?? 'cat', words.length, quote(logFile))
  const fromLast = words.includes('-T')
  if (fromLast && Number(state.properties['ro.build.version.sdk']) < FIRST_WITH_T)
    return fails('Unrecognized Option\nUsage: logcat [options] [filterspecs]\n', 255)
  const tags = words.flatMap((word) => /^(\w+):V$/.exec(word)?.[1] ?? [])
  const matching = words.includes('-s') ? ` [A-Z]/(${tags.join('|')}) *\\(` : ''
  return { kind: 'follows', file: logFile, lastOnly: fromLast, matching }
}

/** As `-v time` prints it: each line of a message by itself (AOSP liblog, FORMAT_TIME). */
export function printedLog(state: PhoneState, tag: string, message: string, level: LogLevel): string {
  const now = new Date(Date.now() + state.clockOffsetSeconds * 1000)
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: state.zone,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (wanted: Intl.DateTimeFormatPartTypes): string =>
    parts.find(({ type }) => type === wanted)?.value ?? ''
  const milliseconds = String(now.getUTCMilliseconds()).padStart(3, '0')
  const time = `${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}.${milliseconds}`
  return message
    .split('\n')
    .map((line) => `${time} ${level}/${tag.padEnd(8)}( 4242): ${line}\n`)
    .join('')
}
