import { ENDED, SINCE, WATCHED_TAGS } from './command.ts'
import { errorIn } from './log-errors.ts'
import { goesOn, isBefore, readLine, type LogLine } from './log-line.ts'
import { keyOf, LOG_ERRORS, type LogService, type Observation, type SeenInLog } from './observation.ts'

/** A log entry holds 4068 bytes at most (AOSP, LOGGER_ENTRY_MAX_PAYLOAD); what is longer is no log line. */
const LONGEST_LINE = 4200

/** One try tells a handful of things; whoever tells more is not a phone that is signed in once. */
export const MOST_OBSERVATIONS = 40

/** The client tries again by itself: the same within this time is the same try. Milliseconds. */
const SAME_TRY = 30_000

/**
 * The codes that services are known to give have five digits at most, or are 110071001 and its like. A number of any
 * other length may be a code by SMS, an account or a telephone, and what goes out of here stays in the history.
 */
const CODES: readonly (readonly [service: LogService, tag: RegExp, code: RegExp])[] = [
  ['sign-in', /^XMPassport$/u, /^processLoginContent, code: (\d{1,5}|110\d{6}), desc:/u],
  ['security-status', /^XMPassport$/u, /^securityStatus: (\d{1,5}|110\d{6})$/u],
  ['binding', /^CloudDeviceStatus$/u, /"code"\s{0,4}:\s{0,4}(\d{1,5}|110\d{6})(?!\d)/u],
]

const TAGS: ReadonlySet<string> = new Set(WATCHED_TAGS)

export type LogReader = {
  /** Takes what has arrived, however it is cut; gives what is new in it. `now`: milliseconds since 1970. */
  readonly push: (bytes: Uint8Array, now: number) => readonly Observation[]
  /** Nothing more came for a moment, so that the last trace is whole: what it holds. */
  readonly settle: () => readonly Observation[]
  /** Whether the log has begun, ended by itself, and said more than is taken. */
  readonly hasBegun: () => boolean
  readonly hasEnded: () => boolean
  readonly isFull: () => boolean
}

/** Lines of one message: what it says is known when the next one begins. */
type Entry = { readonly line: LogLine; readonly at: number; error: number | null }

/**
 * Reads the output of WATCH_COMMAND as it arrives. Of every line only a time, a number and names of our own lists go
 * out; everything else is forgotten with the line. Memory is bounded by one line and MOST_OBSERVATIONS.
 */
export const logReader = (): LogReader => {
  let line = ''
  let since: string | null = null
  let isOld = true
  let ended = false
  let given = 0
  let entry: Entry | null = null
  const lastSeen = new Map<string, number>()

  const observe = (seen: SeenInLog, phoneTime: string, now: number): readonly Observation[] => {
    const key = keyOf(seen)
    const before = lastSeen.get(key)
    if (given >= MOST_OBSERVATIONS || (before !== undefined && now - before < SAME_TRY)) return []
    lastSeen.set(key, now)
    given += 1
    return [{ ...seen, phoneTime, at: new Date(now).toISOString() }]
  }

  const closeEntry = (): readonly Observation[] => {
    const closed = entry
    entry = null
    const error = LOG_ERRORS[closed?.error ?? -1]
    return closed && error ? observe({ kind: 'error', error }, closed.line.time, closed.at) : []
  }

  const codesOf = ({ tag, message, time }: LogLine, now: number): readonly Observation[] =>
    CODES.flatMap(([service, of, form]) => {
      const code = of.test(tag) ? form.exec(message)?.[1] : undefined
      return code === undefined ? [] : observe({ kind: 'code', service, code: Number(code) }, time, now)
    })

  const belongs = ({ tag, process, time, message }: LogLine): boolean =>
    entry !== null &&
    entry.line.tag === tag &&
    entry.line.process === process &&
    (entry.line.time === time || goesOn(message))

  const takeLine = (text: string, now: number): readonly Observation[] => {
    if (since === null) {
      if (text.startsWith(SINCE)) since = text.slice(SINCE.length, SINCE.length + 'MM-DD hh:mm:ss'.length)
      return []
    }
    if (text === ENDED) ended = true
    const read = readLine(text)
    if (!read || !TAGS.has(read.tag)) return []
    // The log is in its order: behind the first new line all is new, also where the clock is set back meanwhile.
    if (isOld && isBefore(read.time, since)) return []
    isOld = false
    const isNext = !belongs(read)
    const before = isNext ? closeEntry() : []
    entry ??= { line: { ...read, message: '' }, at: now, error: null }
    const error = errorIn(read.message)
    if (error !== null && (entry.error === null || error < entry.error)) entry.error = error
    return [...before, ...codesOf(read, now)]
  }

  return {
    // Byte by byte, as all that is looked for is ASCII: no letter of another script can be cut in two.
    push: (bytes, now) => {
      const found: Observation[] = []
      for (const byte of bytes) {
        if (byte === 0x0a) {
          found.push(...takeLine(line.replace(/(?<!\r)\r+$/u, ''), now))
          line = ''
        } else if (line.length < LONGEST_LINE) line += String.fromCharCode(byte)
      }
      return found
    },
    settle: closeEntry,
    hasBegun: () => since !== null,
    hasEnded: () => ended,
    isFull: () => given >= MOST_OBSERVATIONS,
  }
}
