import { measured, unreadable, type HostReading, type Reading } from '../reading.ts'
import { answerOf, NOT_READ, unusable, CUT_OFF } from './answer.ts'
import { readPing } from './ping-answer.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { SIGN_IN_HOSTS } from './sign-in-hosts.ts'

const COMMAND = 'ping -c 1 -W 2 account.xiaomi.com'
const LINE = /^host (\S+) ping=(\d+) nc=(\d+|-) (.*)$/u

const TCP_FAILED = /refused|timed? ?out|unreachable|no route/iu

/** What one line of the hosts script says; a key that could not be found out is left away. */
const readHost = (pingExit: number, ncExit: number | null, text: string): HostReading => {
  const [pingText = '', ncText = ''] = text.split('++')
  const ping = readPing(pingExit, pingText)
  const resolves = ping.resolves === undefined ? {} : { resolves: ping.resolves }
  if (ping.resolves === false) return { ...resolves, reachable: false }
  if (ping.answered) return { ...resolves, reachable: true, ...(ping.ms === null ? {} : { ms: ping.ms }) }
  if (ping.noRoute) return { ...resolves, reachable: false }
  // An address of the local network is a hotspot's or a filter's page, not the host.
  if (ping.localAddress) return resolves
  if (ncExit === 0) return { resolves: true, reachable: true }
  if (ncExit !== null && TCP_FAILED.test(ncText)) return { ...resolves, reachable: false }
  return resolves
}

const hosts = (
  sections: ReadonlyMap<string, SectionOutput>,
): Reading<Readonly<Record<string, HostReading>>> => {
  const answer = answerOf(sections, 'hosts')
  if (answer === null) return unreadable(NOT_READ, COMMAND)
  const lines = answer.text.split('\n')
  const read = new Map((answer.complete ? lines : lines.slice(0, -1)).flatMap(readLine))
  // In the order in which they were asked: answers come in any.
  const found: Record<string, HostReading> = {}
  for (const host of SIGN_IN_HOSTS) {
    const reading = read.get(host)
    if (reading && Object.keys(reading).length > 0) found[host] = reading
  }
  if (Object.keys(found).length > 0) return measured(found, COMMAND)
  return answer.complete ? unusable(answer, COMMAND) : unreadable(CUT_OFF, COMMAND)
}

const readLine = (line: string): [string, HostReading][] => {
  const [, host, pingExit, ncExit, text] = LINE.exec(line) ?? []
  if (host === undefined || text === undefined) return []
  return [[host, readHost(Number(pingExit), ncExit === '-' ? null : Number(ncExit), text)]]
}

export const hostsProbe: Probe = {
  needs: ['hosts'],
  gives: ['network.hosts'],
  read: (sections) => ({ 'network.hosts': hosts(sections) }),
}
