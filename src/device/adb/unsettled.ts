import type { NetConnectOpts } from 'node:net'
import type { ListedPhone } from '../../core/phone.ts'
import { pause } from '../pause.ts'
import { adbClient, type Limits } from './connector.ts'
import { parseDeviceList } from './device-list.ts'

const LIST_LIMITS: Limits = {
  connectMs: 2000,
  firstByteMs: 3000,
  idleMs: 2000,
  totalMs: 5000,
  maxBytes: 128 * 1024,
}

/** Pauses between two questions, in milliseconds. */
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 5000

/** States that a phone passes through while it is plugged in; a phone that does not speak stays "offline". */
export const isUnsettled = ({ state }: ListedPhone): boolean =>
  state === 'offline' || state === 'connecting' || state === 'authorizing'

const askList = async (target: NetConnectOpts, signal: AbortSignal): Promise<string> => {
  const stream = await adbClient(target, LIST_LIMITS, signal).createConnection('host:devices-l')
  try {
    return await stream.readString()
  } finally {
    await stream.dispose().catch(() => undefined)
  }
}

/**
 * Asks for the list until every phone on it has settled or `signal` ends it; tells each list that is new. Never throws.
 * Needed because servers up to platform-tools 29 (Debian's) tell no one that follows their list that an "offline" phone
 * has become "unauthorized" (transport.cpp, SetConnectionState without update_transports).
 */
export const followUnsettled = async (
  target: NetConnectOpts,
  signal: AbortSignal,
  known: string,
  onList: (phones: readonly ListedPhone[]) => void,
): Promise<void> => {
  let last = known
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    await pause(wait, signal)
    const list = signal.aborted ? null : await askList(target, signal).catch(() => null)
    if (signal.aborted) return
    if (list === null || list === last) continue
    last = list
    const phones = parseDeviceList(list)
    onList(phones)
    if (!phones.some(isUnsettled)) return
  }
}
