import { expect, test } from 'vitest'
import { findAdb } from '../../src/device/adb/find-adb.ts'

type Env = Readonly<Record<string, string>>

/** Looks for adb on a machine on which these programs are and no others. */
const found = (platform: NodeJS.Platform, env: Env, ...programs: readonly string[]): string | null =>
  findAdb({
    env,
    platform,
    home: platform === 'win32' ? 'C:\\Users\\mei' : '/home/mei',
    isProgram: (path) => programs.includes(path),
  })

test('nowhere', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(found(platform, {})).toBe(null)
    expect(found(platform, { PATH: '', ANDROID_HOME: '', BENCHSIDE_ADB: '' })).toBe(null)
  }
})

test('the program that is named is the one, and no other in its place', () => {
  const env = { BENCHSIDE_ADB: '/opt/adb-35', PATH: '/usr/bin', ANDROID_HOME: '/sdk' }
  const others = ['/usr/bin/adb', '/sdk/platform-tools/adb']
  expect(found('linux', env, '/opt/adb-35', ...others)).toBe('/opt/adb-35')
  expect(found('linux', env, ...others)).toBe(null)
})

test('the program that the shop has chosen comes next, and no other in its place', () => {
  const look = (env: Env, ...programs: readonly string[]): string | null =>
    findAdb({ env, platform: 'linux', home: '/', isProgram: (path) => programs.includes(path), chosen: '/x' })
  expect(look({ PATH: '/usr/bin' }, '/x', '/usr/bin/adb')).toBe('/x')
  expect(look({ PATH: '/usr/bin' }, '/usr/bin/adb')).toBe(null)
  expect(look({ BENCHSIDE_ADB: '/y' }, '/x', '/y')).toBe('/y')
})

test('the folders of the SDK come before PATH, and PATH before the usual places', () => {
  const env = { ANDROID_HOME: '/a', ANDROID_SDK_ROOT: '/b', PATH: '/c:/d' }
  const places = [
    '/a/platform-tools/adb',
    '/b/platform-tools/adb',
    '/c/adb',
    '/d/adb',
    '/home/mei/Android/Sdk/platform-tools/adb',
    '/usr/bin/adb',
  ]
  for (let from = 0; from < places.length; from += 1) {
    expect(found('linux', env, ...places.slice(from))).toBe(places[from])
  }
})

test('an empty folder in PATH is not the working folder', () => {
  expect(found('linux', { PATH: ':/c:' }, 'adb', '/c/adb')).toBe('/c/adb')
  expect(found('linux', { PATH: ':' }, 'adb')).toBe(null)
})

test('on Windows PATH holds drives, and the program is adb.exe', () => {
  const path = 'C:\\Windows;D:\\phone tools'
  expect(found('win32', { Path: path }, 'D:\\phone tools\\adb.exe')).toBe('D:\\phone tools\\adb.exe')
  expect(found('win32', { PATH: path }, 'D:\\phone tools\\adb.exe')).toBe('D:\\phone tools\\adb.exe')
  expect(found('win32', { PATH: path }, 'D:\\phone tools\\adb')).toBe(null)
})

test.each<[NodeJS.Platform, string, Env]>([
  ['linux', '/home/mei/Android/Sdk/platform-tools/adb', {}],
  ['linux', '/usr/lib/android-sdk/platform-tools/adb', {}],
  ['linux', '/usr/bin/adb', {}],
  ['linux', '/snap/bin/adb', {}],
  ['freebsd', '/usr/local/bin/adb', {}],
  ['darwin', '/home/mei/Library/Android/sdk/platform-tools/adb', {}],
  ['darwin', '/opt/homebrew/bin/adb', {}],
  ['darwin', '/usr/local/bin/adb', {}],
  ['win32', 'C:\\Users\\mei\\AppData\\Local\\Android\\Sdk\\platform-tools\\adb.exe', {}],
  ['win32', 'E:\\Local\\Android\\Sdk\\platform-tools\\adb.exe', { LOCALAPPDATA: 'E:\\Local' }],
  ['win32', 'C:\\Program Files (x86)\\Android\\android-sdk\\platform-tools\\adb.exe', {}],
  ['win32', 'F:\\choco\\bin\\adb.exe', { ChocolateyInstall: 'F:\\choco' }],
  ['win32', 'C:\\Users\\mei\\scoop\\shims\\adb.exe', {}],
])('on %s it is found at %s', (platform, place, env) => {
  expect(found(platform, env, place)).toBe(place)
})

test('on this machine the adb of PATH is a program, and a folder of that name is none', () => {
  expect(findAdb({ env: { BENCHSIDE_ADB: process.execPath } })).toBe(process.execPath)
  expect(findAdb({ env: { BENCHSIDE_ADB: '/tmp' } })).toBe(null)
  expect(findAdb({ env: { BENCHSIDE_ADB: import.meta.filename } })).toBe(null)
})
