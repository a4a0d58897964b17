import {
  ACTIVE,
  AGENT,
  AGENT_ID,
  ANDROID_5,
  CAPABILITIES,
  capabilitiesPart,
  endsList,
  HEADING,
  indentOf,
  OLD_ACTIVE,
  readProxy,
  TELLS_ALL,
  TRANSPORTS,
} from './connectivity-dump.ts'
import { keepLines } from './kept-lines.ts'

/** Stands for the line after the list of networks. */
const END = '***'

/** Of the dump: the active network, the networks, and the end of their list. */
export const keepConnectivity = (text: string): string => {
  /** Of the heading; null before it, -1 once the list has ended. */
  let indent: number | null = null
  return keepLines(text, (line) => {
    const active = ACTIVE.test(line) || OLD_ACTIVE.test(line) ? line.trim() : null
    if (indent === null) {
      if (!HEADING.test(line)) return active
      indent = indentOf(line)
      return 'Current Networks:'
    }
    if (indent === -1) return active
    if (endsList(line, indent)) {
      indent = -1
      return active ?? END
    }
    if (active !== null) return `  ${active}`
    return AGENT.test(line) ? keepAgent(line) : null
  })
}

/** The parts that a network is read from: no names of networks, no addresses. */
const keepAgent = (line: string): string | null => {
  const id = AGENT_ID.exec(line)?.[0]
  if (id === undefined) return null
  const parts = [id]
  const five = ANDROID_5.exec(line)?.[0].slice(1)
  if (five !== undefined) parts.push(five)
  for (const sign of TELLS_ALL) {
    const found = sign.exec(line)?.[0]
    if (found !== undefined && !parts.some((part) => part.includes(found)))
      parts.push(found.startsWith('Score(') ? `${found})` : found)
  }
  const proxy = readProxy(line)
  if (proxy !== null) parts.push(`HttpProxy: ${printProxy(proxy)}`)
  const inside = capabilitiesPart(line)
  const capabilities = [TRANSPORTS, CAPABILITIES].flatMap((part) => part.exec(inside)?.[0] ?? [])
  return `  NetworkAgentInfo{${parts.join(' ')} nc{[ ${capabilities.join(' ')} ]}}`
}

/** As ProxyInfo prints it. */
const printProxy = (proxy: string): string => {
  if (proxy.startsWith('PAC Script: ')) return proxy
  const colon = proxy.lastIndexOf(':')
  return `[${proxy.slice(0, colon)}] ${proxy.slice(colon + 1)}`
}
