import { expect, test } from 'vitest'
import { cleanDeviceLines, cleanDeviceText } from '../../../src/core/device-text.ts'
import { hear } from '../../../src/core/hearing/hear.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { evidenceOf, PROBES, SECTIONS } from '../../../src/core/probes/index.ts'
import { busyMs } from '../../busy-ms.ts'
import { section, sectionsOf } from './sections-of.ts'

/**
 * A phone may send as much as it likes of whatever it likes. Each of these took many seconds, or would in an
 * expression that goes back over what it has read; read once, each takes some milliseconds.
 */
const FILLS: readonly string[] = [
  '\r',
  '\n',
  ' ',
  '\t',
  '\n ',
  ' \r',
  '\u2028',
  '[',
  '1',
  '\u001b[',
  '\u001b[1;',
  '\u001b]',
  'a\u0301\u0316',
  '\u0301\u0316',
  '[a]: [',
  'Account {name=a, type=',
  'UserInfo{1:',
  'SSID: "',
  'extra: ',
  'NetworkAgentInfo [',
  ' nc{[ Transports: ',
  'HttpProxy: [',
  'HttpProxy: PAC Script: ',
  '//a@',
  'bytes from a',
  'package:/=',
  'versionName=',
  ' at a',
]

/** What has to stand before a fill for the inner expressions to be tried at all. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  getprop: ['[a]: ['],
  settings: ['http_proxy='],
  account: ['Account {name='],
  connectivity: ['Current Networks:\n  NetworkAgentInfo{network{1} '],
  users: ['UserInfo{0:'],
  hosts: ['host account.xiaomi.com ping=0 nc=- PING x (1.2.3.4) '],
  storage: ['Filesystem Size Available\n'],
  packages: ['package:'],
  'package com.xiaomi.account': ['Packages:\n  Package [com.xiaomi.account] (1):\n    User 0: '],
}

const LENGTH = 512 * 1024
const BOUND_MS = 5_000

const slow = (what: string, call: () => void): readonly string[] => {
  const took = busyMs(call)
  return took > BOUND_MS ? [`${what}: ${Math.round(took)} ms`] : []
}

test.each(FILLS)('512 KiB of %j', { timeout: 60_000 }, (fill) => {
  const flood = fill.repeat(Math.ceil(LENGTH / fill.length)).slice(0, LENGTH)
  // One section of each kind: packages and their records are read by the same code.
  const tried = SECTIONS.filter(({ id }) => !id.startsWith('package') || id in BEGINNINGS)
  const found = tried.flatMap(({ id }) =>
    ['', ...(BEGINNINGS[id] ?? [])].flatMap((beginning) => {
      const sections = sectionsOf(section(id, beginning + flood))
      const probes = PROBES.filter(({ needs }) => needs.includes(id))
      // Probes of the lists of packages go through the same lists.
      const asked = id === 'packages' ? probes.slice(0, 2) : probes
      return asked.flatMap((probe, at) => {
        const [first] = probe.gives
        if (first === undefined) return []
        return [
          ...slow(`${first} from ${id}`, () => probe.read(sections)),
          // Holds keptText and the cleaning of what it leaves.
          ...(at === 0 ? slow(`evidence of ${first}`, () => evidenceOf(first, sections)) : []),
        ]
      })
    }),
  )
  expect([
    ...found,
    ...slow('cleanDeviceText', () => cleanDeviceText(flood, LENGTH)),
    ...slow('cleanDeviceLines', () => cleanDeviceLines(flood, LENGTH)),
    ...slow('hear', () => hear(flood, SHIPPED)),
  ]).toEqual([])
})
