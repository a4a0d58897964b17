export type PingAnswer = {
  /** Left undefined where ping did not say (no ping on the phone, not allowed). */
  readonly resolves: boolean | undefined
  readonly answered: boolean
  readonly ms: number | null
  readonly noRoute: boolean
  readonly localAddress: boolean
}

/** iputils prints "PING host (1.2.3.4) 56(84) bytes of data.", toybox "Ping host (1.2.3.4): 56(84) bytes." */
const RESOLVED = /^\s*ping \S+ ?\(([0-9a-f.:]+)/iu
const NO_NAME =
  /unknown host|bad address|no address associated|name or service not known|temporary failure in name|name does not resolve|servname/iu

/** A DNS filter (Pi-hole, AdGuard, private DNS lists) answers a blocked name with "nowhere" or the phone itself. */
const BLOCKED = /^(?:0\.0\.0\.0|127\.[\d.]+|::|::1|::ffff:0\.0\.0\.0)$/u
const LOCAL = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/iu

/** timeout's own: 124; 143 is SIGTERM, what toybox's timeout of Android 6 to 8 hands on. */
const STOPPED = [124, 143]

/** "64 bytes from 1.2.3.4: icmp_seq=1 ttl=64 time=0.1 ms" */
const timed = (text: string): boolean => {
  const at = text.indexOf('bytes from ')
  return at !== -1 && /time[=<]/u.test(text.slice(at))
}

export const readPing = (exitCode: number, text: string): PingAnswer => {
  const nothing = { answered: false, ms: null, noRoute: false, localAddress: false }
  const address = RESOLVED.exec(text)?.[1]
  if (address === undefined) {
    // Stopped before it had an address: with "-W 2" only a look-up of the name takes this long.
    const failed = NO_NAME.test(text) || (STOPPED.includes(exitCode) && text.trim() === '')
    return {
      ...nothing,
      resolves: failed ? false : undefined,
      noRoute: /network is unreachable/iu.test(text),
    }
  }
  if (BLOCKED.test(address)) return { ...nothing, resolves: false }
  if (LOCAL.test(address)) return { ...nothing, resolves: true, localAddress: true }
  const received = /\b([1-9]\d*)(?: packets)? received/u.test(text) || timed(text)
  const time = /time[=<]([\d.]+) ?ms/u.exec(text)?.[1]
  return {
    ...nothing,
    resolves: true,
    answered: received,
    ms: received && time !== undefined ? Number(time) : null,
    noRoute: !received && /network is unreachable/iu.test(text),
  }
}
