import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { presets, startAdbServer, type AdbServer, type SimulatedPhone } from '../simulator/index.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import { plugIn } from './plugged.ts'
import { cli, json, temporaryFolder, throughNpmScript, type Place } from './terminal.ts'

let adb: AdbServer
beforeAll(async () => {
  await throughNpmScript(['--help'])
  adb = await startAdbServer()
  return () => adb.close()
}, 120_000)

const SECRET = 'asha.rao@example.com'

/** A ticket on a phone that is plugged in. */
const counter = async (...consent: readonly string[]): Promise<{ place: Place; phone: SimulatedPhone }> => {
  const phone = await plugIn(adb, presets.healthy.phone())
  const place = { data: join(temporaryFolder(), 'shop'), adbPort: adb.port }
  const words = ['ticket', 'open', '--customer', 'Asha', '--said', 'x', '--serial', phone.adbSerial]
  await json(place, words.concat(consent))
  return { place, phone }
}
const CONSENT = ['--consent', 'read']
const WATCH = ['ticket', 'watch', 'T-0001', '--json']

/** The customer signs in as soon as the log is followed. */
const signIn = async (phone: SimulatedPhone): Promise<void> => {
  await waitUntil('logcat to run', () => phone.commands.some(({ words }) => words[0] === 'logcat'))
  phone.log('XMPassport', `processLoginContent, code: 70016, desc: ${SECRET}`)
}

describe('a sign-in is watched from a terminal', { timeout: 60_000 }, () => {
  test('what is seen is printed and kept; nothing else is', async () => {
    const { place, phone } = await counter(...CONSENT)
    const watching = cli(place, [...WATCH, '--seconds', '5'])
    await signIn(phone)
    const { exitCode, stdout, stderr } = await watching
    expect(stderr).toContain('Let the customer sign in once now.')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      number: 'T-0001',
      end: 'time',
      observations: [{ kind: 'code', service: 'sign-in', code: 70_016 }],
    })
    const shown = await json<{ symptoms: string[]; history: { what: string }[] }>(place, [
      'ticket',
      'show',
      'T-0001',
    ])
    expect(shown.symptoms).toEqual(['password-code-70016'])
    expect(shown.history.map(({ what }) => what).join('\n')).toMatch(
      /log said, at \d\d:\d\d by the phone’s clock: code 70016/,
    )
    for (const file of readdirSync(place.data))
      expect(readFileSync(join(place.data, file)).includes(SECRET)).toBe(false)
    expect(phone.writes()).toEqual([])
  })

  test('unplugged in the middle ends with 5, and what was seen is printed', async () => {
    const { place, phone } = await counter(...CONSENT)
    const watching = cli(place, WATCH)
    await signIn(phone)
    // What is seen is kept at once.
    await expect
      .poll(() => json<{ symptoms: string[] }>(place, ['ticket', 'show', 'T-0001']), { timeout: 20_000 })
      .toMatchObject({ symptoms: ['password-code-70016'] })
    await phone.unplug()
    const { exitCode, stdout, stderr } = await watching
    expect(exitCode).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ end: 'unplugged', observations: [{ code: 70_016 }] })
    expect(stderr).toContain('disconnected in the middle')
  })

  test('without consent it ends with 6 and asks the phone nothing', async () => {
    const { place, phone } = await counter()
    const { exitCode, stdout, stderr } = await cli(place, WATCH)
    expect([exitCode, stdout]).toEqual([6, ''])
    expect(stderr).toContain('has not agreed')
    expect(phone.commands.some(({ words }) => words[0] === 'logcat')).toBe(false)
  })

  test('another phone on the cable is not looked at', async () => {
    const { place, phone } = await counter(...CONSENT)
    await phone.unplug()
    const other = await plugIn(adb, { ...presets.miui10.phone() })
    const { exitCode, stdout, stderr } = await cli(place, WATCH)
    expect([exitCode, stdout]).toEqual([6, ''])
    expect(stderr).toContain('not the one of ticket T-0001')
    expect(other.commands.some(({ words }) => words[0] === 'logcat')).toBe(false)
  })

  test('no phone ends with 3, and times that are none with 2', async () => {
    const { place, phone } = await counter(...CONSENT)
    for (const seconds of ['0', '181', 'x', '1.5'])
      expect((await cli(place, [...WATCH, '--seconds', seconds])).exitCode).toBe(2)
    await phone.unplug()
    expect(await cli(place, WATCH)).toMatchObject({ exitCode: 3, stdout: '' })
  })

  test('a phone without a log ends with 4', async () => {
    const phone = await plugIn(adb, { ...presets.healthy.phone(), missingCommands: ['logcat'] })
    const place = { data: join(temporaryFolder(), 'shop'), adbPort: adb.port }
    const words = ['ticket', 'open', '--customer', 'Asha', '--said', 'x', '--serial', phone.adbSerial]
    await json(place, [...words, ...CONSENT])
    const { exitCode, stderr } = await cli(place, WATCH)
    expect(exitCode).toBe(4)
    expect(stderr).toContain('gives no log')
  })
})
