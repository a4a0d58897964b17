import { expect, test } from 'vitest'
import { packageProbes } from '../../../src/core/probes/packages.ts'
import { keptText, WATCHED_PACKAGES } from '../../../src/core/probes/index.ts'
import { readPackageRecord } from '../../../src/core/probes/package-record.ts'
import type { SectionOutput } from '../../../src/core/probes/probe.ts'
import { briefly, CUT, recorded, section, sectionsOf } from './sections-of.ts'

const read = (...outputs: readonly SectionOutput[]): Record<string, unknown> =>
  packageProbes.reduce<Record<string, unknown>>(
    (all, probe) => ({ ...all, ...briefly(probe.read(sectionsOf(...outputs))) }),
    {},
  )
const list = (id: string, ...names: readonly string[]): SectionOutput =>
  section(id, names.map((name) => `package:${name}\n`).join(''))

const record = (name: string, userLine: string, version = 'R-25.10.23.03'): SectionOutput =>
  section(
    `package ${name}`,
    `Packages:\n  Package [${name}] (d25a194):\n    versionName=${version}\n    User 0: ceDataInode=1 ${userLine}\n    User 10: ceDataInode=0 installed=false hidden=false stopped=true notLaunched=true enabled=0\nHidden system packages:\n  Package [${name}] (9f2):\n    versionName=1.0-old\n`,
  )

const ACCOUNT = 'com.xiaomi.account'
const lists = [
  list('packages', 'android', ACCOUNT, 'com.xiaomi.xmsf', 'com.miui.micloudsync'),
  list('packages-disabled', 'com.miui.micloudsync'),
  list(
    'packages-removed',
    'android',
    ACCOUNT,
    'com.xiaomi.xmsf',
    'com.miui.micloudsync',
    'com.xiaomi.finddevice',
  ),
]

test('the lists alone tell enabled, disabled, removed and absent', () => {
  expect(read(...lists)).toMatchObject({
    'package.com.xiaomi.account': { state: 'enabled' },
    'package.com.xiaomi.finddevice': { state: 'removed' },
    'package.com.miui.micloudsync': { state: 'disabled' },
    'package.com.xiaomi.simactivate.service': { state: 'absent' },
  })
})

test.each([
  ['installed=true hidden=false suspended=false stopped=false notLaunched=false enabled=0', 'enabled', false],
  ['installed=true hidden=false stopped=true notLaunched=false enabled=1 instant=false', 'enabled', true],
  ['installed=true hidden=false stopped=false notLaunched=false enabled=2', 'disabled', false],
  ['installed=true hidden=false stopped=true notLaunched=false enabled=3', 'disabled', true],
  ['installed=true hidden=false stopped=false notLaunched=false enabled=4', 'disabled', false],
  // Android 16 of other makers puts fields of its own in between.
  ['installed=true hidden=false stopped=false enabled=3 ofs=0 pdm=false instant=false', 'disabled', false],
])('the record of the package: %s', (userLine, state, stopped) => {
  expect(read(...lists, record(ACCOUNT, userLine))['package.com.xiaomi.account']).toEqual({
    state,
    version: 'R-25.10.23.03',
    stopped,
  })
})

test('removed for the user, and hidden by an app that manages the phone', () => {
  expect(
    read(...lists, record('com.xiaomi.finddevice', 'installed=false hidden=false stopped=true enabled=0'))[
      'package.com.xiaomi.finddevice'
    ],
  ).toEqual({ state: 'removed' })
  expect(
    read(...lists, record(ACCOUNT, 'installed=true hidden=true stopped=false enabled=0'))[
      'package.com.xiaomi.account'
    ],
  ).toEqual({
    value: { state: 'disabled', version: 'R-25.10.23.03', stopped: false },
    note: 'hidden by a managing app',
  })
})

test('not in the system at all', () => {
  const missing = section(`package ${ACCOUNT}`, `Unable to find package: ${ACCOUNT}\n`)
  expect(
    read(
      list('packages', 'android'),
      section('packages-disabled', ''),
      list('packages-removed', 'android'),
      missing,
    )['package.com.xiaomi.account'],
  ).toEqual({ state: 'absent' })
})

test('an empty list of disabled packages is an answer, a failed one is not', () => {
  const [installed, , all] = lists
  if (!installed || !all) throw new Error('lists')
  const listed = 'package.com.miui.micloudsync'
  expect(read(installed, all, section('packages-disabled', ''))[listed]).toEqual({ state: 'enabled' })
  expect(read(installed, all, section('packages-disabled', '', { exitCode: 255 }))[listed]).toEqual({
    unreadable: 'The phone gave no answer.',
  })
  expect(read(installed, all, section('packages-disabled', '', CUT))[listed]).toEqual({
    unreadable: 'The answer of the phone was cut off.',
  })
  const trace = recorded('rosemary-miui-android-11/packages-disabled.txt')
  expect(read(installed, all, section('packages-disabled', trace, { exitCode: 255 }))[listed]).toEqual({
    unreadable: 'The phone answered with an error of its own.',
  })
  expect(
    read(section('packages', 'Error: java.lang.SecurityException: Shell does not have permission\n'))[listed],
  ).toEqual({ unreadable: 'The phone refused to tell this.' })
})

test('a list that was cut proves nothing absent', () => {
  const cut = section('packages', 'package:android\npackage:com.xiao', CUT)
  for (const reading of Object.values(read(cut, ...lists.slice(1)))) {
    if (JSON.stringify(reading) === '{"state":"disabled"}') continue
    expect(reading).toEqual({ unreadable: 'The answer of the phone was cut off.' })
  }
})

test('pipa: a list with paths, which hold "=" themselves', () => {
  const text = recorded('pipa-hyperos-2-eea/packages.txt')
  const of = (packages: string): Record<string, unknown> =>
    read(
      section('packages', packages),
      section('packages-disabled', ''),
      section('packages-removed', packages),
    )
  const [enabled, absent] = [{ state: 'enabled' }, { state: 'absent' }]
  const expected = {
    'package.com.xiaomi.account': enabled,
    'package.com.xiaomi.finddevice': enabled,
    'package.com.xiaomi.xmsf': enabled,
    'package.com.miui.cloudservice': absent,
    'package.com.google.android.webview': enabled,
    'package.com.xiaomi.simactivate.service': absent,
    'package.com.miui.micloudsync': absent,
    'package.com.miui.cloudbackup': absent,
    'package.com.miui.cloudservice.sysbase': absent,
    'package.com.xiaomi.micloud.sdk': enabled,
    'package.com.miui.securitycenter': enabled,
    'package.com.miui.guardprovider': enabled,
    'package.com.android.updater': enabled,
    'package.com.google.android.gms': enabled,
    'package.com.google.android.captiveportallogin': enabled,
  }
  expect(of(text)).toEqual(expected)
  expect(of(text.replaceAll('\n', '\r\n'))).toEqual(expected)
  const kept = keptText(section('packages', text))
  expect(of(kept)).toEqual(expected)
  expect(kept).not.toMatch(/vpn|whatsapp|termux/u)
})

test.each([
  [
    'begoniain-miui-android-11',
    ['com.xiaomi.account', 'com.miui.micloudsync', 'com.xiaomi.simactivate.service'],
  ],
  [
    'mi5-miui-android-6',
    ['com.xiaomi.account', 'com.xiaomi.finddevice', 'com.xiaomi.xmsf', 'com.miui.cloudservice'],
  ],
])('%s: what the list names is installed', (folder, names) => {
  const text = recorded(`${folder}/packages.txt`)
  const disabled = section('packages-disabled', recorded('lahaina-xiaomi-eu/packages-disabled.txt'))
  const readings = read(section('packages', text), disabled, section('packages-removed', text))
  for (const name of names) expect(readings[`package.${name}`]).toEqual({ state: 'enabled' })
})

test('the records of real phones', () => {
  expect(readPackageRecord(recorded('oplus-android-16/package.txt'), 'com.astrohark.app')).toEqual({
    version: '17.0',
    installed: true,
    hidden: false,
    stopped: false,
    enabled: 0,
  })
  expect(readPackageRecord(recorded('gms-android-10/package.txt'), 'com.google.android.gms')).toEqual({
    version: null,
    installed: true,
    hidden: false,
    stopped: false,
    enabled: 0,
  })
  expect(readPackageRecord(recorded('gms-android-10/package.txt'), 'com.google.android.gm')).toBeNull()
})

test('each watched package has one reading', () => {
  expect(Object.keys(read(...lists)).toSorted()).toEqual(
    WATCHED_PACKAGES.map((name) => `package.${name}`).toSorted(),
  )
})
