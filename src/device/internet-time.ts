import { get } from 'node:http'
import type { Reading } from '../core/reading.ts'
import { readInternetTime, type ToldTime } from '../core/workstation-clock.ts'

/**
 * They answer 204 to everybody, which a captive portal does not (connectivity checks of Android, MIUI and Cloudflare).
 * Plain HTTP on purpose: a computer whose clock is years off refuses every certificate.
 */
export const TIME_SERVERS: readonly string[] = [
  'http://connect.rom.miui.com/generate_204',
  'http://connectivitycheck.gstatic.com/generate_204',
  'http://cp.cloudflare.com/generate_204',
]

/** Milliseconds for one server to answer in. */
const LONGEST = 3000
/** Answers count for so long, in milliseconds, as long as nobody sets the clock meanwhile. */
const FRESH = 10 * 60_000
/** The internet may come back at any moment. Milliseconds. */
const FRESH_WITHOUT_ANSWER = 30_000
/** A jump between the clock and the time since start of more than this: somebody has set the clock. Milliseconds. */
const JUMP = 1000

const askOne = (url: string, signal: AbortSignal): Promise<ToldTime | null> =>
  new Promise((resolve) => {
    const sentAt = Date.now()
    const request = get(
      url,
      { signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]), maxHeaderSize: 8192, agent: false },
      ({ statusCode, headers }) => {
        const receivedAt = Date.now()
        // The headers are all that is wanted.
        request.destroy()
        const { date } = headers
        const said = statusCode === 204 && typeof date === 'string'
        resolve(said ? { host: new URL(url).hostname, date, sentAt, receivedAt } : null)
      },
    )
    request.on('error', () => resolve(null))
    // One that would switch to another protocol is hung up on without an error.
    request.on('close', () => resolve(null))
  })

/** Asks all of them side by side; always answers, within 3 s. */
export const askInternetTime = async (
  signal: AbortSignal,
  servers: readonly string[] = TIME_SERVERS,
): Promise<Reading<number>> => {
  const asked = await Promise.all(servers.map((url) => askOne(url, signal)))
  return readInternetTime(asked.filter((answer) => answer !== null))
}

export type InternetClock = {
  /** What is known now; asks anew in the background when that is old. Null: not allowed, or nothing known yet. */
  readonly latest: () => Reading<number> | null
  readonly close: () => void
}

/** This computer's clock against the internet's, as long as `allowed` says yes. */
export const internetClock = (
  allowed: () => boolean,
  servers: readonly string[] = TIME_SERVERS,
): InternetClock => {
  const ending = new AbortController()
  let known: { reading: Reading<number>; at: number; base: number } | null = null
  let asking = false
  const base = (): number => Date.now() - performance.now()
  const isFresh = (): boolean =>
    known !== null &&
    performance.now() - known.at < (known.reading.status === 'measured' ? FRESH : FRESH_WITHOUT_ANSWER) &&
    Math.abs(base() - known.base) < JUMP
  const ask = async (): Promise<void> => {
    asking = true
    const before = base()
    const reading = await askInternetTime(ending.signal, servers)
    // What was asked across a change of the clock says nothing; the next reading asks again.
    if (Math.abs(base() - before) < JUMP) known = { reading, at: performance.now(), base: before }
    asking = false
  }
  return {
    latest: () => {
      if (!allowed()) return null
      const fresh = isFresh()
      if (!fresh && !asking && !ending.signal.aborted) void ask()
      return fresh && known !== null ? known.reading : null
    },
    close: () => {
      ending.abort()
    },
  }
}
