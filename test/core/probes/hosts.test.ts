import { expect, test } from 'vitest'
import { hostsProbe } from '../../../src/core/probes/hosts.ts'
import { brief, CUT, section, sectionsOf } from './sections-of.ts'

const HOST = 'account.xiaomi.com'
const hosts = (text: string, more: object = {}): unknown =>
  brief(hostsProbe.read(sectionsOf(section('hosts', text, more)))['network.hosts'])
const one = (line: string): unknown => hosts(`host ${HOST} ${line}\n`)

const PING = `PING ${HOST} (20.47.97.231) 56(84) bytes of data.`
const LOST = `--- ${HOST} ping statistics --- 1 packets transmitted, 0 received, 100% packet loss, time 0ms`

test.each([
  [
    'iputils, answered',
    `ping=0 nc=- ${PING} 64 bytes from 20.47.97.231: icmp_seq=1 ttl=108 time=38.2 ms --- ${HOST} ping statistics --- 1 packets transmitted, 1 received, 0% packet loss, time 0ms rtt min/avg/max/mdev = 38.2/38.2/38.2/0.0 ms ++`,
    { resolves: true, reachable: true, ms: 38.2 },
  ],
  [
    'toybox, answered over IPv6',
    `ping=0 nc=- Ping ${HOST} (2603:1040:a06::1): 56(84) bytes. 64 bytes from 2603:1040:a06::1: icmp_seq=1 ttl=52 time=41 ms --- ${HOST} ping statistics --- 1 packets transmitted, 1 received, 0% packet loss round-trip min/avg/max = 41/41/41 ms ++`,
    { resolves: true, reachable: true, ms: 41 },
  ],
  ['silent to ping, open on port 443', `ping=1 nc=0 ${PING} ${LOST} ++`, { resolves: true, reachable: true }],
  ['silent to ping, no nc on the phone', `ping=1 nc=- ${PING} ${LOST} ++`, { resolves: true }],
  ['silent to both', `ping=1 nc=1 ${PING} ${LOST} ++ nc: Timeout`, { resolves: true, reachable: false }],
  [
    'refused',
    `ping=1 nc=1 ${PING} ${LOST} ++ nc: connect: Connection refused`,
    { resolves: true, reachable: false },
  ],
  ['nc of an unknown kind', `ping=1 nc=1 ${PING} ${LOST} ++ nc: Unknown option 'w'`, { resolves: true }],
  ['nc stopped before it could tell', `ping=1 nc=124 ${PING} ${LOST} ++`, { resolves: true }],
  [
    'no such name, old ping',
    `ping=2 nc=- ping: unknown host ${HOST} ++`,
    { resolves: false, reachable: false },
  ],
  [
    'no such name, toybox',
    `ping=1 nc=1 ping: ${HOST}: No address associated with hostname ++ nc: ${HOST}:443: No address`,
    { resolves: false, reachable: false },
  ],
  ['a look-up that never ends', 'ping=124 nc=- ++', { resolves: false, reachable: false }],
  [
    'a filter that answers "nowhere", and a ping that answers itself',
    `ping=0 nc=- PING ${HOST} (0.0.0.0) 56(84) bytes of data. 64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.1 ms 1 packets transmitted, 1 received ++`,
    { resolves: false, reachable: false },
  ],
  [
    'a hotspot that answers for everybody',
    `ping=0 nc=- PING ${HOST} (192.168.1.1) 56(84) bytes of data. 64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=2 ms 1 packets transmitted, 1 received ++`,
    { resolves: true },
  ],
  [
    'resolved, but no way out',
    `ping=2 nc=1 PING ${HOST} (20.47.97.231) 56(84) bytes of data. ping: sendmsg: Network is unreachable ++ nc: connect: Network is unreachable`,
    { resolves: true, reachable: false },
  ],
])('%s', (_, line, expected) => {
  expect(one(line)).toEqual({ [HOST]: expected })
})

test.each([
  [
    'no ping on the phone',
    'ping=127 nc=- /system/bin/sh: ping: not found ++',
    'This phone does not have the command.',
  ],
  ['not allowed', 'ping=2 nc=- ping: socket: Operation not permitted ++', 'The phone refused to tell this.'],
])('%s: nothing is claimed', (_, line, reason) => {
  expect(one(line)).toEqual({ unreadable: reason })
})

test('without ping, nc tells', () => {
  expect(one('ping=127 nc=0 sh: ping: not found ++')).toEqual({ [HOST]: { resolves: true, reachable: true } })
})

test('hosts that were not asked about, and a last line that was cut, are left out', () => {
  const text = `host evil.example ping=0 nc=- PING evil.example (1.2.3.4) 56(84) 1 packets transmitted, 1 received ++\nhost ${HOST} ping=1 nc=0 ${PING} ${LOST} ++\nhost c.id.mi.com ping=1 nc=- PING c.id.mi.com (20.47.97.231) 5`
  expect(hosts(text, CUT)).toEqual({ [HOST]: { resolves: true, reachable: true } })
  expect(hosts('', CUT)).toEqual({ unreadable: 'The answer of the phone was cut off.' })
})
