import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import { findAdb } from '../../src/device/adb/find-adb.ts'
import { isAdb } from '../../src/device/adb/is-adb.ts'
import { askServer, targetOf } from '../../src/device/adb/server.ts'
import { presets, startPhone } from './index.ts'

const run = promisify(execFile)
const never = new AbortController().signal

/** A place for a server of our own; whatever still runs there is ended by its socket. */
const ownPlace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-own-'))
  const socket = join(folder, 'adb.sock')
  const place = { kind: 'own', socket } as const
  const adb = (...words: readonly string[]): Promise<unknown> =>
    run('adb', ['-L', `localfilesystem:${socket}`, ...words])
  onTestFinished(async () => {
    if ((await askServer(targetOf(place), never)).kind === 'running') await adb('kill-server')
    rmSync(folder, { recursive: true, force: true })
  })
  // Otherwise adb looks for emulators on the ports from 5555 on and finds other people's phones.
  vi.stubEnv('ADB_LOCAL_TRANSPORT_MAX_PORT', '5554')
  onTestFinished(() => void vi.unstubAllEnvs())
  return { place, adb }
}

test('a server of our own is started on its socket, lists phones, comes back, and ends with us', async () => {
  const { place, adb } = ownPlace()
  const bench = adbBench(place)
  onTestFinished(bench.close)
  await expect
    .poll(() => bench.state().server, { timeout: 15_000 })
    .toMatchObject({ state: 'running', port: null })

  const phone = await startPhone(presets.healthy.phone())
  onTestFinished(() => phone.close())
  await adb('connect', phone.adbSerial)
  const isListed = () => bench.state().phones.map(({ serial, state }) => [serial, state])
  await expect.poll(isListed, { timeout: 10_000 }).toEqual([[phone.adbSerial, 'device']])

  await adb('kill-server')
  await expect.poll(() => bench.state().phones, { timeout: 10_000 }).toEqual([])
  await expect.poll(() => bench.state().server.state, { timeout: 15_000 }).toBe('running')

  await bench.close()
  await expect
    .poll(async () => (await askServer(targetOf(place), never)).kind, { timeout: 5000 })
    .toBe('nobody')
})

test('one that was there before us is left alone', async () => {
  const { place, adb } = ownPlace()
  await adb('start-server')
  const bench = adbBench(place)
  await expect.poll(() => bench.state().server.state, { timeout: 15_000 }).toBe('running')
  await bench.close()
  expect((await askServer(targetOf(place), never)).kind).toBe('running')
})

test('adb is told from other programs by what it says', async () => {
  expect(await isAdb(findAdb() ?? '')).toBe(true)
  expect(await isAdb('/bin/ls')).toBe(false)
  expect(await isAdb('/nonexistent')).toBe(false)
})
