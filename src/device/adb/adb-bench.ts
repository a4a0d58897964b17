import { cleanDeviceText } from '../../core/device-text.ts'
import type { AdbServerStatus, ListedPhone } from '../../core/phone.ts'
import type { AdbPlace } from '../adb-place.ts'
import { newestOf } from '../newest-of.ts'
import { pause } from '../pause.ts'
import type { Bench, BenchState } from '../phone-link.ts'
import { adbLink } from './adb-link.ts'
import { findAdb } from './find-adb.ts'
import { askServer, endServer, startServer, targetOf } from './server.ts'
import { trackPhones } from './track.ts'

/** Pauses between tries, in milliseconds: from quick to every 5 s, so that a server that comes back is seen soon. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5000

/** Whoever answers on the port may send lists without end; people see no faster change than this. Milliseconds. */
const BETWEEN_LISTS = 100
/** A phone that is plugged in comes as two or three lists within milliseconds, and the last says that it is ready. */
const LISTS_AT_ONCE = 8

/**
 * Follows the phones of the adb server at `place`. Starts the server where none runs and an adb program is found,
 * comes back by itself when it ends or is replaced, and never ends a server, except one of our own that this bench
 * has started: left behind, it would keep the phones from the common one.
 */
export const adbBench = (
  place: AdbPlace,
  locateAdb: () => string | null = findAdb,
  betweenLists: number = BETWEEN_LISTS,
): Bench => {
  const target = targetOf(place)
  const port = place.kind === 'port' ? place.port : null
  let startedOwn = false
  const ending = new AbortController()
  const listeners = new Set<(state: BenchState) => void>()
  let state: BenchState = { server: { state: 'starting', version: null, port }, phones: [] }

  const become = (next: BenchState): void => {
    state = next
    for (const listener of listeners) listener(state)
  }
  const serverIs = (server: Omit<AdbServerStatus, 'port' | 'version'> & { version?: number }): void => {
    const next = { version: null, port, ...server }
    const { state: now, version, why } = state.server
    if (now === next.state && version === next.version && why === next.why && state.phones.length === 0)
      return
    become({ server: next, phones: [] })
  }

  /** One round: find out who answers, do what helps, and follow the list if it is an adb server. True: it was one. */
  const round = async (): Promise<boolean> => {
    const answer = await askServer(target, ending.signal)
    if (ending.signal.aborted) return false
    switch (answer.kind) {
      case 'running': {
        serverIs({ state: 'running', version: answer.version })
        const lists = newestOf(betweenLists, LISTS_AT_ONCE, (phones: readonly ListedPhone[]) =>
          become({ ...state, phones }),
        )
        await trackPhones(target, ending.signal, lists.push)
        lists.end()
        // The phones were this connection's; until the next list nothing is known of them.
        if (!ending.signal.aborted) serverIs({ state: 'starting' })
        return true
      }
      case 'too-old':
        serverIs({ state: 'too-old', version: answer.version })
        return false
      case 'stranger':
        serverIs({ state: 'port-taken' })
        return false
      case 'nobody': {
        const adb = locateAdb()
        if (adb === null) serverIs({ state: 'no-adb' })
        else {
          if (state.server.state !== 'unreachable') serverIs({ state: 'starting' })
          const trouble = await startServer(adb, place, ending.signal)
          startedOwn ||= trouble === null && place.kind === 'own'
          if (trouble === null) return true
          if (!ending.signal.aborted) serverIs({ state: 'unreachable', why: cleanDeviceText(trouble) })
        }
        return false
      }
    }
  }

  const follow = async (): Promise<void> => {
    let wait = FIRST_PAUSE
    while (!ending.signal.aborted) {
      const wasAdb = await round()
      wait = wasAdb ? FIRST_PAUSE : Math.min(wait * 2, LONGEST_PAUSE)
      // A little chance, so that several counters of one shop do not ask in step.
      if (!ending.signal.aborted) await pause(wait * (0.8 + Math.random() * 0.4), ending.signal)
    }
  }
  const following = follow()

  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (phone) => adbLink(target, phone),
    close: async () => {
      ending.abort()
      listeners.clear()
      await following
      if (startedOwn) await endServer(place)
    },
  }
}
