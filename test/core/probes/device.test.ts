import { expect, test } from 'vitest'
import { batteryProbe } from '../../../src/core/probes/battery.ts'
import { dataSaverProbe } from '../../../src/core/probes/data-saver.ts'
import { deviceOwnerProbe } from '../../../src/core/probes/device-owner.ts'
import { storageProbe } from '../../../src/core/probes/storage.ts'
import { usersProbe } from '../../../src/core/probes/users.ts'
import { brief, CUT, recorded, section, sectionsOf } from './sections-of.ts'

const unreadable = (reason: string) => ({ unreadable: reason })
const cut = unreadable('The answer of the phone was cut off.')
const form = unreadable('The phone answered in a form that is not known.')

const battery = (text: string, more: object = {}): unknown =>
  brief(batteryProbe.read(sectionsOf(section('battery', text, more)))['battery.level'])

test('battery', () => {
  const text =
    'Current Battery Service state:\n  AC powered: false\n  level: 81\n  scale: 100\n  voltage: 4100\n'
  expect(battery(text)).toEqual({ value: 81, unit: '%' })
  expect(battery(text.replaceAll('\n', '\r\n'))).toEqual({ value: 81, unit: '%' })
  expect(battery('  level: 127\n  scale: 254\n')).toEqual({ value: 50, unit: '%' })
  expect(battery('  level: 8', CUT)).toEqual(cut)
  expect(battery('  level: 300\n  scale: 100\n')).toEqual(form)
  expect(battery("Can't find service: battery\n")).toEqual(unreadable('This phone has no such service.'))
})

const storage = (text: string, more: object = {}): unknown =>
  brief(storageProbe.read(sectionsOf(section('storage', text, more)))['storage.free'])

test.each([
  [
    'toybox, Android 14',
    'Filesystem      1K-blocks     Used Available Use% Mounted on\n/dev/block/dm-60 115343360 98566144  16777216  86% /data\n',
    { value: 17_179_869_184, unit: 'bytes' },
  ],
  [
    'toybox, on top of which something is mounted',
    'Filesystem       1K-blocks Used Available Use% Mounted on\n/dev/block/dm-60 2000 1000 1000 50% /storage/emulated/0/Android/obb\n',
    { value: 1_024_000, unit: 'bytes' },
  ],
  [
    'toolbox, Android 4.4: the last digit is 0.1 GB',
    'Filesystem               Size     Used     Free   Blksize\n/data                   12.1G     8.2G     3.9G   4096\n',
    { value: 4_187_593_114, unit: 'bytes', uncertainty: 53_687_091 },
  ],
  [
    'a long name on a line of its own',
    'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/block/bootdevice/by-name/userdata\n  2000 1500 500 75% /data\n',
    { value: 512_000, unit: 'bytes' },
  ],
  [
    'nothing left',
    'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/x 2000 2000 0 100% /data\n',
    { value: 0, unit: 'bytes' },
  ],
  ['refused', 'df: /data: Permission denied\n', unreadable('The phone refused to tell this.')],
  ['another form', 'Filesystem Blocks\n/data 1\n', form],
  ['the heading alone', 'Filesystem 1K-blocks Used Available Use% Mounted on\n', form],
])('storage: %s', (_, text, expected) => {
  expect(storage(text)).toEqual(expected)
})

test('storage: a number that was cut is none', () => {
  expect(
    storage(
      'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/block/dm-60 115343360 98566144  16777',
      CUT,
    ),
  ).toEqual(cut)
})

const users = (text: string, more: object = {}): unknown =>
  brief(usersProbe.read(sectionsOf(section('users', text, more)))['phone.users'])

test.each([
  [
    'marble-hyperos-3',
    [
      { id: 0, name: '机主', running: true },
      { id: 10, name: 'security space', running: true },
    ],
  ],
  [
    'xiaomi-dual-apps',
    [
      { id: 0, name: '机主', running: true },
      { id: 11, name: 'security space', running: false },
      { id: 999, name: 'XSpace', running: true },
    ],
  ],
  [
    'virgo-android-6',
    [
      { id: 0, name: '机主', running: true },
      { id: 10, name: 'security space', running: true },
    ],
  ],
])('users: %s', (folder, expected) => {
  const text = recorded(`${folder}/users.txt`)
  expect(users(text)).toEqual(expected)
  expect(users(text.replaceAll('\n', '\r\n'))).toEqual(expected)
  expect(users(text.slice(0, -30), CUT)).toEqual(cut)
})

test('users: a name with a colon, one with a trick, and a refusal', () => {
  expect(users('Users:\n\tUserInfo{0:Dr: \u202eWho\u001b[31m:4c13} running\n')).toEqual([
    { id: 0, name: 'D***o', running: true },
  ])
  expect(users('Users:\n\tUserInfo{0:Asha Verma:4c13} running\n\tUserInfo{10::30}\n')).toEqual([
    { id: 0, name: 'Ash***rma', running: true },
    { id: 10, name: '', running: false },
  ])
  expect(users("Error: unknown command 'list users'\n")).toEqual(
    unreadable('This phone does not know this form of the command.'),
  )
})

const owner = (text: string, more: object = {}): unknown =>
  brief(deviceOwnerProbe.read(sectionsOf(section('device-policy', text, more)))['device.owner'])

test('device owner', () => {
  const owned =
    'Current Device Policy Manager state:\n  Device Owner: \n    admin=ComponentInfo{com.rosan.dhizuku/com.rosan.dhizuku.server.DhizukuDAReceiver}\n    name=\n    package=com.rosan.dhizuku\n    User ID: 0\n\n  Enabled Device Admins (User 0, provisioningState: 0):\n'
  expect(owner(owned)).toBe('com.rosan.dhizuku')
  expect(owner(owned.slice(0, owned.indexOf('dhizuku\n    User')), CUT)).toEqual(cut)
  // A work profile has an owner of its own, which is none of the phone.
  const profile =
    'Current Device Policy Manager state:\n  Profile Owner (User 10): \n    package=com.company.mdm\n  Enabled Device Admins (User 0, provisioningState: 0):\n'
  expect(owner(profile)).toEqual({ absent: 'No app manages this phone.' })
  expect(owner(profile, CUT)).toEqual(cut)
  expect(owner("Permission Denial: can't dump DevicePolicyManagerService\n")).toEqual(
    unreadable('The phone refused to tell this.'),
  )
  expect(owner('')).toEqual(unreadable('The phone gave no answer.'))
})

const saver = (text: string, sdk: number, more: object = {}): unknown =>
  brief(
    dataSaverProbe.read(
      sectionsOf(section('data-saver', text, more), section('getprop', `[ro.build.version.sdk]: [${sdk}]\n`)),
    )['power.dataSaver'],
  )

test('data saver', () => {
  expect(saver('Restrict background status: disabled\n', 34)).toBe(false)
  expect(saver('Restrict background status: enabled\r\n', 34)).toBe(true)
  expect(saver('/system/bin/sh: cmd: not found\n', 23, { exitCode: 127 })).toEqual({
    absent: 'Android before 7 has no data saver.',
  })
  expect(saver("cmd: Can't find service: netpolicy\n", 34)).toEqual(
    unreadable('This phone has no such service.'),
  )
})
