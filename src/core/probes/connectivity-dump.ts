/** One network of `dumpsys connectivity`: a NetworkAgentInfo line. */
export type Agent = {
  readonly id: string
  readonly transports: readonly string[]
  readonly capabilities: readonly string[]
  /** Null: this version of Android does not say. */
  readonly validated: boolean | null
  readonly captivePortal: boolean | null
  readonly proxy: string | null
}

export type ConnectivityDump = {
  /** An id, or "none", the phone's own word; null: no such line (Android 4.4, another form). */
  readonly defaultNetwork: string | null
  /** Android 4.4 knows kinds of network only: "WIFI", "MOBILE". */
  readonly oldActive: string | null
  readonly agents: readonly Agent[]
  /** True when the end of the list of networks was seen, so that what is not in it is not there. */
  readonly listEnded: boolean
}

const words = (text: string | undefined): readonly string[] => text?.split(/[&|]/u).filter(Boolean) ?? []

/**
 * Forms: Android 5 "validated{true}"; 6 to 11 "everValidated{true} lastValidated{true}"; 12 and later
 * "firstValidated 34551 lastValidated 34551" and Score(Policies : ... IS_VALIDATED). From Android 6 on the network's
 * capabilities hold VALIDATED and CAPTIVE_PORTAL themselves.
 */
const readAgent = (line: string): Agent | null => {
  const id = /\bnetwork\{(\d+)\}/u.exec(line)?.[1]
  if (id === undefined) return null
  // Only inside nc{...}: requests and link properties hold words of the same kind.
  const capabilitiesPart = /\bnc\{\[(.*)$/u.exec(line)?.[1] ?? ''
  const transports = words(/Transports: ([A-Z_|]+)/u.exec(capabilitiesPart)?.[1])
  const capabilities = words(/Capabilities: ([A-Z_&0-9]+)/u.exec(capabilitiesPart)?.[1])
  const five = /[ }]validated\{(true|false)\}/u.exec(line)?.[1]
  const tellsAll = /everValidated\{|lastValidated|EVER_EVALUATED|Score\(/u.test(line)
  const has = (capability: string): boolean | null => {
    if (capabilities.includes(capability)) return true
    return tellsAll && capabilities.length > 0 ? false : null
  }
  return {
    id,
    transports,
    capabilities,
    validated: has('VALIDATED') ?? (five === undefined ? null : five === 'true'),
    captivePortal: has('CAPTIVE_PORTAL'),
    proxy: readProxy(line),
  }
}

/** ProxyInfo prints "HttpProxy: [host] port" or "HttpProxy: PAC Script: https://...". */
const readProxy = (line: string): string | null => {
  const [, host, port] = /HttpProxy: .*?\[([^\]\s]+)\] (\d{1,5})/u.exec(line) ?? []
  if (host !== undefined && port !== undefined && port !== '0') return `${host}:${port}`
  return /HttpProxy: (PAC Script: \S+)/u.exec(line)?.[1] ?? null
}

export const readConnectivity = (text: string, complete: boolean): ConnectivityDump => {
  const lines = text.split('\n')
  // The last line of a dump that was cut may have lost its end.
  const whole = complete ? lines : lines.slice(0, -1)
  const heading = whole.findIndex((line) => /^\s*Current Networks:/u.test(line))
  const listed = heading === -1 ? [] : whole.slice(heading + 1)
  const indent = indentOf(whole[heading] ?? '')
  const end = listed.findIndex((line) => line.trim() !== '' && indentOf(line) <= indent)
  const agents = (end === -1 ? listed : listed.slice(0, end))
    .filter((line) => /^\s*NetworkAgentInfo/u.test(line))
    .map(readAgent)
    .filter((agent) => agent !== null)
  return {
    defaultNetwork: firstMatch(whole, /^\s*Active default network: (\d+|none)\s*$/u),
    oldActive: firstMatch(whole, /^\s*Active network: ([A-Z_]+)\s*$/u),
    agents,
    listEnded: heading !== -1 && (complete || end !== -1),
  }
}

const indentOf = (line: string): number => line.length - line.trimStart().length

const firstMatch = (lines: readonly string[], pattern: RegExp): string | null => {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1]
    if (found !== undefined) return found
  }
  return null
}
