import type { NetConnectOpts } from 'node:net'
import type { ListedPhone } from '../../core/phone.ts'
import { adbClient, type Limits } from './connector.ts'
import { parseDeviceList } from './device-list.ts'
import { followUnsettled, isUnsettled } from './unsettled.ts'

type TrackLimits = Limits & { readonly firstListMs: number }

/** The list comes at once and then with every change; between changes silence is right. A list is 64 KiB at most. */
const TRACK_LIMITS: TrackLimits = {
  connectMs: 2000,
  firstListMs: 5000,
  firstByteMs: 3000,
  idleMs: null,
  totalMs: null,
  maxBytes: null,
}

/**
 * Follows the adb server's list of phones until the connection ends, for whatever reason; never throws.
 * Our own request and parser, because the library's observer leaves out phones that are offline, in recovery or
 * without permission (@yume-chan/adb 2.6, server/observer.js).
 */
export const trackPhones = async (
  target: NetConnectOpts,
  signal: AbortSignal,
  onList: (phones: readonly ListedPhone[]) => void,
  limits: TrackLimits = TRACK_LIMITS,
): Promise<void> => {
  const late = new AbortController()
  let asking = new AbortController()
  const timer = setTimeout(() => late.abort(), limits.firstListMs)
  try {
    const client = adbClient(target, limits, AbortSignal.any([signal, late.signal]))
    const stream = await client.createConnection('host:track-devices-l')
    try {
      for (;;) {
        const list = await stream.readString()
        clearTimeout(timer)
        asking.abort()
        const phones = parseDeviceList(list)
        onList(phones)
        if (!phones.some(isUnsettled)) continue
        asking = new AbortController()
        void followUnsettled(target, AbortSignal.any([signal, asking.signal]), list, onList)
      }
    } finally {
      await stream.dispose().catch(() => undefined)
    }
  } catch {
    // The end of the connection is the only way out; the supervisor finds out what became of the server.
  } finally {
    clearTimeout(timer)
    asking.abort()
  }
}
