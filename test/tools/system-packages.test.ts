import { describe, expect, test } from 'vitest'
import { StepFailure } from '../../src/tools/failure.mjs'
import type { Machine } from '../../src/tools/machine.mjs'
import { commandToRun, ensurePackages, missingFrom, needs } from '../../src/tools/system-packages.mjs'
import { fakeContext } from './fake-context.ts'

const bare: Machine = {
  platform: 'linux',
  isRoot: false,
  isDebian: true,
  hasCommand: () => false,
  hasLibrary: () => false,
  hasPackage: () => false,
}
const complete: Machine = { ...bare, hasCommand: () => true, hasLibrary: () => true }
const forWindow = [...needs.electron, ...needs.display, ...needs.phone]
const nothing = (): void => undefined

describe('what a user without root is told', () => {
  test('one command, with every package once', () => {
    expect(commandToRun(bare, missingFrom(bare, forWindow))).toBe(
      'sudo apt-get install -y libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libnotify4 xvfb xauth adb',
    )
  })

  test('with the names of newer Debian and Ubuntu where they have them', () => {
    const newer: Machine = { ...bare, hasPackage: (name) => name.endsWith('t64') }
    expect(commandToRun(newer, missingFrom(newer, needs.electron))).toContain(
      'libgtk-3-0t64 libnss3 libasound2t64',
    )
  })

  test('without sudo for root', () => {
    const root: Machine = { ...bare, isRoot: true }
    expect(commandToRun(root, missingFrom(root, needs.phone))).toBe('apt-get install -y adb')
  })

  test('with the server that the storage tests start, once', () => {
    expect(commandToRun(bare, missingFrom(bare, needs.postgres))).toBe('sudo apt-get install -y postgresql')
    const inPart: Machine = { ...bare, hasCommand: (name) => name === 'initdb' }
    expect(missingFrom(inPart, needs.postgres)).toHaveLength(1)
  })

  test('what is needed, where there is no apt', () => {
    const other: Machine = { ...bare, isDebian: false }
    expect(commandToRun(other, missingFrom(other, needs.electron))).toContain('libnss3.so')
  })
})

describe('missing packages', () => {
  test('nothing is missing on a complete machine', async () => {
    expect(await ensurePackages(fakeContext().context, complete, forWindow, nothing)).toBe('already there')
  })

  test("Electron's libraries stop the set-up", async () => {
    const failure = await ensurePackages(fakeContext().context, bare, forWindow, nothing).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(StepFailure)
    expect((failure as StepFailure).why[0]).toContain('libgtk-3.so.0')
    expect((failure as StepFailure).todo[0]).toContain('sudo apt-get install -y')
  })

  test('adb alone does not: the app works without a phone', async () => {
    const noAdb: Machine = { ...complete, hasCommand: (name) => name !== 'adb' }
    const words = await ensurePackages(fakeContext().context, noAdb, forWindow, nothing)
    expect(words).toContain('cannot reach a phone')
    expect(words).toContain('sudo apt-get install -y adb')
  })

  test('other systems need none', async () => {
    const mac: Machine = { ...complete, platform: 'darwin', isDebian: false }
    expect(await ensurePackages(fakeContext().context, mac, forWindow, nothing)).toBe('none needed here')
    const noAdb: Machine = { ...mac, hasCommand: () => false }
    const words = await ensurePackages(fakeContext().context, noAdb, forWindow, nothing)
    expect(words).toContain("install Android's platform tools")
  })
})
