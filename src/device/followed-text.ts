import { pause } from './pause.ts'
import type { PhoneLink } from './phone-link.ts'

/** So that a newcomer sees a log's lines come one after another, those of one trace still together. Milliseconds. */
const BETWEEN_LINES = 150

/** Plays a log line by line in place of one that is followed, and then says nothing more until it is stopped. */
export const followedText =
  (lines: readonly string[]): PhoneLink['follow'] =>
  async (_, { totalMs }, signal, onBytes) => {
    for (const line of lines) {
      await pause(BETWEEN_LINES, signal)
      if (signal.aborted) break
      onBytes(new TextEncoder().encode(`${line}\n`))
    }
    await pause(totalMs, signal)
    const stopped = signal.reason === 'unplugged' ? 'unplugged' : 'cancelled'
    return { stopped: signal.aborted ? stopped : 'silent', roundTrips: 1, detail: null }
  }
