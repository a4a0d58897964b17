import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptText, PROBES, readAll, SECTIONS } from '../../../src/core/probes/index.ts'
import { LONGEST_KEPT } from '../../../src/core/probes/kept-text.ts'
import { maskName, shownName } from '../../../src/core/probes/account-dump.ts'
import type { SectionOutput } from '../../../src/core/probes/probe.ts'
import { parseRecording } from '../../../src/core/recording.ts'
import { CUT, PHONES, recorded, section, sectionsOf } from './sections-of.ts'

const keep = (output: SectionOutput): SectionOutput => ({ ...output, text: keptText(output) })
const kept = (id: string, text: string, more: Partial<SectionOutput> = {}): string =>
  keptText(section(id, text, more))

/** The readings made again from what is kept are those that were made, and what is kept stays as it is. */
const holds = (outputs: readonly SectionOutput[]): void => {
  const again = outputs.map(keep)
  expect(readAll(sectionsOf(...again))).toStrictEqual(readAll(sectionsOf(...outputs)))
  expect(again.map(keep)).toStrictEqual(again)
}

const ids = SECTIONS.map(({ id }) => id)
const recordings = readdirSync(PHONES).flatMap((folder) =>
  ids
    .filter((id) => existsSync(`${PHONES}${folder}/${id}.txt`))
    .map((id): [string, string] => [id, recorded(`${folder}/${id}.txt`)]),
)
const TRAINING = fileURLToPath(new URL('../../../resources/training/', import.meta.url))
const training = readdirSync(TRAINING)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const read = parseRecording(readFileSync(TRAINING + file, 'utf8'), file)
    return read.ok ? [read.value.sections] : []
  })

test('real phones: the same readings, whole, cut, and with the line ends of Windows; far below the bound', () => {
  expect(recordings.length).toBeGreaterThanOrEqual(45)
  for (const [id, text] of recordings) {
    holds([section(id, text)])
    holds([section(id, text, CUT)])
    holds([section(id, text.replaceAll('\n', '\r\n'))])
    holds([section(id, text.slice(0, Math.floor(text.length * 0.7)), CUT)])
    expect(kept(id, text).length).toBeLessThan(LONGEST_KEPT / 4)
  }
})

test('the training phones hold nothing that would not be kept', () => {
  expect(training).toHaveLength(3)
  for (const sections of training) {
    holds(sections)
    expect(sections.map(keep)).toStrictEqual(sections)
  }
})

/** Lines as phones print them, with names in them, and lines that stand in for anything else. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  account: [
    'User UserInfo{0:Asha Verma:c13}:',
    '  Accounts: 1',
    '  Accounts: 2',
    '    Account {name=asha@gmail.com, type=com.google}',
    '    Account {name=1622345123, type=com.xiaomi}',
    '    Account {name=ab*cd*efgh, type=com.xiaomi}',
    'User UserInfo{10:Rahul:1030}:',
  ],
  connectivity: [
    'Current Networks:',
    'Active default network: 100',
    'Active default network: none',
    '  Active network: WIFI',
    '  NetworkAgentInfo{network{100} extra: "Asha" Score(Policies : EVER_EVALUATED ; KeepConnected : 0) lp{{HttpProxy: [asha:pw@10.0.0.9] 3128 xl= }} nc{[ Transports: WIFI Capabilities: INTERNET&VALIDATED SSID: "Asha"]}}',
    '  NetworkAgentInfo{ ni{[type: WIFI[], extra: "Asha"]} network{100} lp{{HttpProxy: PAC Script: http://asha:pw@wpad/x.pac xl= }} nc{[ Transports: WIFI|VPN Capabilities: INTERNET]}  validated{true} }',
    '  NetworkAgentInfo{network{101} everValidated{true} lastValidated{false} nc{[ Transports: CELLULAR]}}',
    'Requests:',
  ],
  'device-policy': [
    'Current Device Policy Manager state:',
    '  Device Owner: ',
    '    name=Asha Profile Owner',
    '    package=com.x.y',
    '  Profile Owner (User 10): ',
    '  Enabled Device Admins (User 0, provisioningState: 0):',
  ],
  users: [
    'Users:',
    '\tUserInfo{0:Asha: Verma:4c13} running',
    '\tUserInfo{10:security space:413}',
    '\tUserInfo{11::0}',
  ],
  settings: [
    'auto_time=1',
    'auto_time=cmd: Failure calling service settings: Broken pipe (32)',
    'http_proxy=asha:pw@10.0.0.9:8080',
    'http_proxy=:0',
    'private_dns_mode=hostname',
    'private_dns_specifier=dns.example',
    'airplane_mode_on=null',
    'bluetooth_name=Asha',
  ],
  getprop: [
    '[ro.product.brand]: [Redmi]',
    '[ro.build.version.sdk]: [34]',
    '[persist.sys.boot.reason.history]: [a',
    'b]',
    '[persist.asha]: [1]',
    '[ro.miui.ui.version.name]: [V140]',
  ],
  packages: [
    'package:android',
    'package:com.xiaomi.account',
    'package:/data/app/~~x==/base.apk=com.xiaomi.finddevice',
    'package:com.asha.app',
    'WARNING: linker',
  ],
  'package com.xiaomi.account': [
    'Packages:',
    '  Package [com.xiaomi.account] (1f):',
    '    versionName=R-1',
    '    User 0: ceDataInode=1 installed=true hidden=false stopped=false enabled=0',
    '  Package [com.asha] (2f):',
    'Hidden system packages:',
    'Unable to find package: com.xiaomi.account',
    'Asha',
  ],
}
const ANYWHERE = [
  '',
  '   ',
  'Asha Verma asha@gmail.com',
  "Permission Denial: can't dump for Asha from pid=1, uid=2000",
  "Can't find service: asha",
  'Exception occurred while dumping: Asha',
  '\tat com.android.Server.dump(Server.java:1)',
  'root@asha:/ # dumpsys',
]

const anyAnswer = (id: string) =>
  fc.record({
    id: fc.constant(id),
    text: fc
      .tuple(
        fc.array(
          fc.oneof(
            {
              weight: 4,
              arbitrary: fc.constantFrom(...(LINES[id === 'packages-disabled' ? 'packages' : id] ?? [''])),
            },
            { weight: 1, arbitrary: fc.constantFrom(...ANYWHERE) },
          ),
          { maxLength: 9 },
        ),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(12),
      )
      .map(([lines, end, lost]) => {
        const text = lines.map((line) => line + end).join('')
        return text.slice(0, text.length - lost)
      }),
    complete: fc.boolean(),
    exitCode: fc.constantFrom(0, 1),
  })

test('whatever the lines and their order, the same readings, and nobody’s name', () => {
  const answers = fc.tuple(...[...Object.keys(LINES), 'packages-disabled', 'packages-removed'].map(anyAnswer))
  fc.assert(
    fc.property(answers, (given) => {
      const outputs = given.map(({ id, text, complete, exitCode }) =>
        section(id, text, { complete, exitCode: complete ? exitCode : null }),
      )
      holds(outputs)
      for (const output of outputs) {
        const text = keptText(output)
        expect(text).not.toMatch(/Verma|gmail|Rahul|pw@|persist|bluetooth|com\.asha|"Asha"/u)
        // The mask of a name shows three letters.
        expect(text.replaceAll('Ash***', '')).not.toMatch(/ash/iu)
      }
    }),
    { numRuns: 400 },
  )
})

test('a mask of a mask is the same mask, and it shows six characters at most', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('*', 'a', '7', ' ', '\u0301', '😀', '\u202e'), maxLength: 14 }),
      (name) => {
        const masked = maskName(name)
        expect(maskName(masked)).toBe(masked)
        const shown = shownName(name)
        expect(shownName(shown)).toBe(shown)
        expect(Array.from(masked.replace('***', '')).length).toBeLessThanOrEqual(name.includes('***') ? 8 : 6)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('users: the names of people are masked, those of the system stay', () => {
  const text =
    'Users:\n\tUserInfo{0:Asha Verma asha@gmail.com:c13} running\n\tUserInfo{10:Rahul:1030}\n\tUserInfo{999:XSpace:801010} running\n'
  expect(kept('users', text)).toBe(
    'Users:\n\tUserInfo{0:Ash***com:c13} running\n\tUserInfo{10:R***l:1030}\n\tUserInfo{999:XSpace:801010} running\n',
  )
})

test('accounts: what the probe does not read is gone, whatever its indent', () => {
  const text =
    'User UserInfo{0:Asha Verma:c13}:\n  Accounts: 3\n    Account {name=asha@gmail.com, type=com.google}\n    Account {name=a\nsecond.person@gmail.com, type=com.x}\n    Account {name=1622345123, type=com.xiaomi}\n  Accounts History\n  1,action_account_add,x@gmail.com\nAccount{name=p@gmail.com}\n  name=p@gmail.com\nUser 0 Asha'
  expect(kept('account', text)).toBe(
    'User UserInfo{0:***:0}:\n  Accounts: 3\n    Account {name=***, type=***}\n    Account {name=162***123, type=com.xiaomi}\n',
  )
  expect(kept('account', "Permission Denial: can't dump asha@gmail.com\n")).toBe('Permission Denial\n')
  expect(kept('account', 'asha@gmail.com')).toBe('***\n')
  expect(kept('account', '')).toBe('')
})

test('networks: only the parts that are read', () => {
  const agent =
    '  NetworkAgentInfo{network{100} handle{1} extra: "My"Home WiFi" Score(Policies : IS_VALIDATED ; KeepConnected : 0) lp{{LinkAddresses: [ fe80::1234/64,192.168.1.5/24 ] HttpProxy: [u:pw@proxy] 8080 xl= }} nc{[ Transports: WIFI Capabilities: INTERNET&VALIDATED LinkUpBandwidth>=1Kbps SSID: "Jo"s flat 3", TransportInfo: <SSID: "Asha, Verma", BSSID: 00:11:22:33:44:55, MAC: 02:00:00:00:00:00> ]}}'
  const text = `NetworkProviders for:\nActive default network: 100\nCurrent Networks:\n${agent}\n  Network Requests app x\nRequests:\n  NetworkRequest com.app\n`
  expect(kept('connectivity', text)).toBe(
    'Active default network: 100\nCurrent Networks:\n  NetworkAgentInfo{network{100} Score(Policies : IS_VALIDATED) HttpProxy: [proxy] 8080 nc{[ Transports: WIFI Capabilities: INTERNET&VALIDATED ]}}\n***\n',
  )
})

test('settings: no login of a proxy, not even half of one', () => {
  expect(kept('settings', 'private_dns_specifier=asha-1.dns.nextdns.io\nhttp_proxy=user:pw@proxy:8080')).toBe(
    'private_dns_specifier=asha-1.dns.nextdns.io\nhttp_proxy=proxy:8080',
  )
  expect(kept('settings', 'auto_time=1\nhttp_proxy=user:p', CUT)).toBe('auto_time=1\nhttp_proxy=')
  expect(kept('settings', 'device_name=Asha\nauto_time=1\n')).toBe('auto_time=1\n')
})

test('properties and policies: what is not read is not kept', () => {
  expect(kept('getprop', 'ro.ril.imei=123456789012345\npersist.phone=+15551234567')).toBe('***\n')
  expect(kept('getprop', '/system/bin/sh: getprop: not found 123456789012345\n')).toBe(': not found\n')
  expect(kept('getprop', '[persist.phone]: [+15551234567]\n')).toBe('[***]: [***]\n')
  const text =
    'Current Device Policy Manager state:\n  Profile Owner (User 10):\n    name=Asha Work\n    package=com.x\n'
  expect(kept('device-policy', text)).toBe(
    'Current Device Policy Manager state:\n  Profile Owner:\n    package=com.x\n',
  )
})

test('a list of apps keeps those that are read, or that there was one', () => {
  expect(kept('packages', 'package:com.dating\npackage:com.xiaomi.account\nNote for Asha\n')).toBe(
    'package:com.xiaomi.account\n',
  )
  expect(kept('packages-disabled', 'package:com.dating\npackage:com.bank\n')).toBe('package:_\n')
})

test('no section is kept beyond its bound', () => {
  for (const { id } of SECTIONS) {
    for (const line of Object.values(LINES).flat()) {
      const text = kept(id, `${line}\n`.repeat(2_000))
      expect(text.length).toBeLessThanOrEqual(LONGEST_KEPT)
    }
    expect(kept(id, 'x'.repeat(100_000)).length).toBeLessThanOrEqual(LONGEST_KEPT)
  }
  expect(PROBES.flatMap(({ needs }) => needs).every((id) => ids.includes(id))).toBe(true)
})
