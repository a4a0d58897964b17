import type { Say } from './index.ts'
import { isRecord, type SaidValue, type Sayer } from './said.ts'

export const sayTransport: Sayer = ({ value }, say) => {
  if (typeof value !== 'string') return null
  const words = say('reading.say.transport', { kind: value })
  if (value === 'none') return { value: words, tone: 'bad' }
  return { value: words, tone: value === 'vpn' ? 'notice' : 'fine' }
}

export const sayPrivateDns: Sayer = ({ value }, say) => {
  if (!isRecord(value)) return null
  if (value['mode'] === 'off') return { value: say('reading.say.off'), tone: 'fine' }
  if (value['mode'] === 'opportunistic') return { value: say('reading.say.dns-automatic'), tone: 'fine' }
  const host = value['host']
  return { value: typeof host === 'string' ? host : say('reading.say.dns-host'), tone: 'notice' }
}

/** What was found about each host that was asked. */
const groupsOf = (hosts: Readonly<Record<string, unknown>>) => {
  const groups = {
    answers: [] as string[],
    notFound: [] as string[],
    silent: [] as string[],
    unknown: [] as string[],
  }
  for (const [host, found] of Object.entries(hosts)) {
    const { resolves, reachable } = isRecord(found)
      ? { resolves: found['resolves'], reachable: found['reachable'] }
      : {}
    if (resolves === false) groups.notFound.push(host)
    else if (reachable === false) groups.silent.push(host)
    else if (reachable === true) groups.answers.push(host)
    else groups.unknown.push(host)
  }
  return groups
}

/** Two names are enough on the screen; the raw text has them all. */
const listed = (hosts: readonly string[], say: Say): string => {
  const shown = hosts.slice(0, 2).join(', ')
  return hosts.length <= 2 ? shown : say('reading.say.hosts.more', { hosts: shown, count: hosts.length - 2 })
}

export const sayHosts: Sayer = ({ value }, say): SaidValue | null => {
  if (!isRecord(value)) return null
  const count = Object.keys(value).length
  if (count === 0) return null
  const { answers, notFound, silent, unknown } = groupsOf(value)
  if (notFound.length === count)
    return { value: say('reading.say.hosts.all-not-found', { count }), tone: 'bad' }
  if (notFound.length > 0)
    return { value: say('reading.say.hosts.not-found', { hosts: listed(notFound, say) }), tone: 'bad' }
  if (silent.length > 0)
    return { value: say('reading.say.hosts.silent', { hosts: listed(silent, say) }), tone: 'bad' }
  if (unknown.length > 0)
    return { value: say('reading.say.hosts.unknown', { hosts: listed(unknown, say) }), tone: 'unknown' }
  return { value: say('reading.say.hosts.answer', { count: answers.length }), tone: 'fine' }
}
