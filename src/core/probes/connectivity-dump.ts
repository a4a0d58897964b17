import { withoutLogin } from './proxy-login.ts'

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

export const AGENT_ID = /\bnetwork\{(\d{1,9})\}/u
export const TRANSPORTS = /Transports: ([A-Z_|]+)/u
export const CAPABILITIES = /Capabilities: ([A-Z_&0-9]+)/u
export const ANDROID_5 = /[ }]validated\{(true|false)\}/u
/** Signs of a version that lists VALIDATED and CAPTIVE_PORTAL among the capabilities. */
export const TELLS_ALL = [
  /everValidated\{(?:true\}|false\})?/u,
  /lastValidated(?:\{(?:true|false)\}| \d{1,15}\b)?/u,
  /Score\((?:Policies : [A-Z_&]*)?/u,
  /EVER_EVALUATED/u,
] as const

/** Only inside nc{...}: requests and link properties hold words of the same kind. */
export const capabilitiesPart = (line: string): string => {
  const at = line.search(/\bnc\{\[/u)
  return at === -1 ? '' : line.slice(at)
}

/**
 * Forms: Android 5 "validated{true}"; 6 to 11 "everValidated{true} lastValidated{true}"; 12 and later
 * "firstValidated 34551 lastValidated 34551" and Score(Policies : ... IS_VALIDATED). From Android 6 on the network's
 * capabilities hold VALIDATED and CAPTIVE_PORTAL themselves.
 */
const readAgent = (line: string): Agent | null => {
  const id = AGENT_ID.exec(line)?.[1]
  if (id === undefined) return null
  const inside = capabilitiesPart(line)
  const transports = words(TRANSPORTS.exec(inside)?.[1])
  const capabilities = words(CAPABILITIES.exec(inside)?.[1])
  const five = ANDROID_5.exec(line)?.[1]
  const tellsAll = TELLS_ALL.some((sign) => sign.test(line))
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

/**
 * ProxyInfo prints "HttpProxy: [host] port" or "HttpProxy: PAC Script: https://...", the latter with the "[host] port"
 * of a helper on the phone right behind it on some versions. More of the line always follows.
 */
export const readProxy = (line: string): string | null => {
  const [, host, port] = /HttpProxy: (?:PAC Script: [^\s[]*)?\[([^\]\s]+)\] (\d{1,5})/u.exec(line) ?? []
  if (host !== undefined && port !== undefined && port !== '0') return withoutLogin(`${host}:${port}`)
  const script = /HttpProxy: (PAC Script: \S+)\s/u.exec(line)?.[1]
  return script === undefined ? null : withoutLogin(script)
}

export const HEADING = /^\s*Current Networks:/u
export const AGENT = /^\s*NetworkAgentInfo/u
export const ACTIVE = /^\s*Active default network: (\d{1,9}|none)\s*$/u
export const OLD_ACTIVE = /^\s*Active network: ([A-Z_]{1,40})\s*$/u

export const readConnectivity = (text: string, complete: boolean): ConnectivityDump => {
  const lines = text.split('\n')
  // The last line of a dump that was cut may have lost its end.
  const whole = complete ? lines : lines.slice(0, -1)
  const heading = whole.findIndex((line) => HEADING.test(line))
  const listed = heading === -1 ? [] : whole.slice(heading + 1)
  const indent = indentOf(whole[heading] ?? '')
  const end = listed.findIndex((line) => endsList(line, indent))
  const agents = (end === -1 ? listed : listed.slice(0, end))
    .filter((line) => AGENT.test(line))
    .map(readAgent)
    .filter((agent) => agent !== null)
  return {
    defaultNetwork: firstMatch(whole, ACTIVE),
    oldActive: firstMatch(whole, OLD_ACTIVE),
    agents,
    listEnded: heading !== -1 && (complete || end !== -1),
  }
}

export const indentOf = (line: string): number => line.length - line.trimStart().length

/** The list of networks goes on as long as lines are indented deeper than its heading. */
export const endsList = (line: string, indent: number): boolean =>
  line.trim() !== '' && indentOf(line) <= indent

const firstMatch = (lines: readonly string[], pattern: RegExp): string | null => {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1]
    if (found !== undefined) return found
  }
  return null
}
