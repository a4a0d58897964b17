import type { HostAnswer, PhoneState } from '../state.ts'

/** How the phone's network answers for a host, by name or by address. */
export function hostAnswer({ network }: PhoneState, host: string): HostAnswer | 'unreachable' {
  const offline = network.transport === 'none' || network.airplane
  if (/^(127\.|localhost$)/.test(host)) return 'ok'
  if (isAddress(host)) return offline ? 'unreachable' : (network.hosts[host] ?? network.otherHosts)
  return offline ? 'unknown-host' : (network.hosts[host] ?? network.otherHosts)
}

export function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':')
}

/** An address of the block that is kept for examples, RFC 5737; the same name has the same one. */
export function addressOf(host: string, answer: HostAnswer | 'unreachable'): string {
  if (isAddress(host)) return host
  if (answer === 'blocked' || host === 'localhost') return '127.0.0.1'
  if (answer === 'portal') return '192.168.1.1'
  let sum = 0
  for (const letter of host) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 254
  return `203.0.113.${String(sum + 1)}`
}
