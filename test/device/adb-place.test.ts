import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { adbPlace, ownSocket, readAdbPort } from '../../src/device/adb-place.ts'

const ownFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test.each([
  ['15037', {}, 15_037],
  [undefined, { ANDROID_ADB_SERVER_PORT: '15038' }, 15_038],
  ['15037', { ANDROID_ADB_SERVER_PORT: '15038' }, 15_037],
  [undefined, {}, null],
])('the port that is asked for: %s %o', (asked, environment, port) => {
  expect(readAdbPort(asked, environment)).toEqual({ ok: true, value: port })
})

test.each(['0', '65536', '-1', '1.5', 'adb', ''])('%j is no port', (asked) => {
  expect(readAdbPort(asked, {})).toMatchObject({ ok: false, failure: { details: { field: '--adb-port' } } })
})

test('a server of our own listens in the data folder, where that can be', () => {
  const folder = ownFolder()
  expect(ownSocket(folder, 'linux')).toBe(join(folder, 'adb.sock'))
  expect(ownSocket(folder, 'win32')).toBe(null)
  expect(ownSocket(`/home/${'é'.repeat(50)}`, 'darwin')).toBe(null)
})

test.each([0o777, 0o770, 0o1777, 0o702])('not where others can put one in its place: mode %o', (mode) => {
  const folder = ownFolder()
  chmodSync(folder, mode)
  expect(ownSocket(folder, 'linux')).toBe(null)
  chmodSync(folder, 0o755)
  expect(ownSocket(folder, 'linux')).not.toBe(null)
  expect(ownSocket(join(folder, 'none'), 'linux')).toBe(null)
})

test('a port that was asked for counts before the wish for a server of our own', () => {
  expect(adbPlace(15_037, '/d/adb.sock')).toEqual({ kind: 'port', port: 15_037 })
  expect(adbPlace(null, '/d/adb.sock')).toEqual({ kind: 'own', socket: '/d/adb.sock' })
  expect(adbPlace(null, null)).toEqual({ kind: 'port', port: 5037 })
})
