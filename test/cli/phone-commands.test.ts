import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Readings } from '../../src/core/reading.ts'
import { presets, somePhone, startAdbServer, type AdbServer } from '../simulator/index.ts'
import { plugIn } from './plugged.ts'
import { cli, json, temporaryFolder, throughNpmScript, type Place } from './terminal.ts'

let adb: AdbServer
beforeAll(async () => {
  await throughNpmScript(['--help'])
  adb = await startAdbServer()
  return () => adb.close()
}, 120_000)

const place = (): Place => ({ data: temporaryFolder(), adbPort: adb.port })

type Inspection = {
  readonly schema: number
  readonly phone: { serial: string; transportId: number; state: string; model: string }
  readonly startedAt: string
  readonly tookMs: number
  readonly roundTrips: number
  readonly stopped: string | null
  readonly readings: Readings
}

const HOSTILE = '\u001b[2J\u001b]0;owned\u0007\u202egpj.exe\u2066\u200b\u009b31m'
// oxlint-disable-next-line no-control-regex -- what must not reach a terminal
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u

describe('the phones on the bench', { timeout: 60_000 }, () => {
  test('are listed with their state and what to do', async () => {
    const phone = await plugIn(adb, presets.clockAndPackage.phone())
    const { server, phones } = await json<{ server: unknown; phones: unknown }>(place(), ['phones'])
    expect(server).toEqual({ state: 'running', version: 41 })
    expect(phones).toEqual([
      {
        serial: phone.adbSerial,
        transportId: expect.any(Number) as number,
        state: 'device',
        model: '23043RP34G',
        product: 'pipa eea',
        advice: 'Ready to be read.',
      },
    ])
  })

  test('are listed also when they cannot be read', async () => {
    await plugIn(adb, somePhone(), { authorized: false })
    await plugIn(adb, somePhone({ mode: 'recovery' }))
    const { phones } = await json<{ phones: { state: string; advice: string }[] }>(place(), ['phones'])
    expect(new Map(phones.map(({ state, advice }) => [state, advice]))).toEqual(
      new Map([
        ['unauthorized', expect.stringContaining('touch Allow')],
        ['recovery', expect.stringContaining('Reboot to system')],
      ]),
    )
  })
})

describe('a probe', { timeout: 60_000 }, () => {
  test('reads clock and package in one round trip and changes nothing', async () => {
    const phone = await plugIn(adb, presets.clockAndPackage.phone())
    const inspection = await json<Inspection>(place(), ['probe'])
    expect(inspection).toMatchObject({
      schema: 1,
      phone: { serial: phone.adbSerial, state: 'device', model: '23043RP34G' },
      roundTrips: 1,
      stopped: null,
    })
    expect(new Date(inspection.startedAt).toISOString()).toBe(inspection.startedAt)
    expect(inspection.tookMs).toBeGreaterThan(0)
    const { readings } = inspection
    expect(readings['clock.offset']).toMatchObject({ status: 'measured', unit: 's', command: 'date +%s.%N' })
    const clock = readings['clock.offset']
    if (clock?.status !== 'measured') throw new Error('no clock')
    expect(Math.abs(clock.value + 3 * 24 * 3600)).toBeLessThanOrEqual((clock.uncertainty ?? 0) + 0.01)
    expect(readings['clock.zone']).toMatchObject({ status: 'measured', value: 'Asia/Kolkata' })
    expect(readings['clock.automatic']).toMatchObject({ status: 'measured', value: false })
    expect(readings['package.com.xiaomi.account']).toMatchObject({
      status: 'measured',
      value: { state: 'disabled' },
    })
    expect(readings['phone.isXiaomi']).toMatchObject({ status: 'measured', value: true })
    expect(phone.writes()).toEqual([])
  })

  test('that was saved gives the same readings when it is replayed', async () => {
    await plugIn(adb, presets.clockAndPackage.phone())
    const here = place()
    const file = join(here.data, 'phone.json')
    const probed = await json<Inspection>(here, ['probe', '--save', file])
    const replayed = await json<Inspection>({ ...here, adbPort: 1 }, ['probe', '--replay', file])
    expect(replayed.readings).toEqual(probed.readings)
    expect(replayed.phone).toEqual(probed.phone)
  })

  test('gives a diagnosis that both causes lead', async () => {
    await plugIn(adb, presets.clockAndPackage.phone())
    const here = place()
    const { readings } = await json<Inspection>(here, ['probe'])
    const { causes, next } = await json<{
      causes: { id: string; covers: string[]; probability: number; because: { text: string }[] }[]
      next: { kind: string; covers: string[]; minutes: number; reason: string }
    }>(here, ['diagnose', '--input', '-'], { input: JSON.stringify({ readings, symptoms: ['SY01'] }) })
    expect(causes.slice(0, 2).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['clock-wrong', 'account-app-disabled']),
    )
    expect(causes.slice(0, 2).flatMap(({ covers }) => covers)).toEqual(
      expect.arrayContaining(['CA22', 'CA23']),
    )
    expect(causes.every(({ because }) => because.every(({ text }) => text !== ''))).toBe(true)
    expect(causes.map(({ probability }) => probability)).toEqual(
      causes.map(({ probability }) => probability).toSorted((a, b) => b - a),
    )
    expect(next.kind).toBe('fix')
    expect(next.reason).not.toBe('')
  })

  test('takes the phone that is named when there are two', async () => {
    await plugIn(adb, somePhone({ model: 'one' }))
    const second = await plugIn(adb, somePhone({ model: 'two' }))
    const both = await cli(place(), ['probe', '--json'])
    expect(both).toMatchObject({ exitCode: 2, stdout: '' })
    expect(both.stderr).toContain('2 phones are connected. Name one with --serial or --transport.')
    const named = await json<Inspection>(place(), ['probe', '--serial', second.adbSerial])
    expect(named.phone).toMatchObject({ serial: second.adbSerial, model: 'two' })
    const { transportId } = named.phone
    const numbered = await json<Inspection>(place(), ['probe', '--transport', String(transportId)])
    expect(numbered.phone.serial).toBe(second.adbSerial)
  })

  test('keeps what it read when the phone is unplugged in the middle', async () => {
    const phone = await plugIn(adb, somePhone())
    phone.misbehave([
      { kind: 'slow', commandMilliseconds: { 'dumpsys battery': 10_000 } },
      { kind: 'unplugs-at', command: 'df' },
    ])
    const here = place()
    const file = join(here.data, 'half.json')
    const { exitCode, stdout, stderr } = await cli(here, ['probe', '--json', '--save', file])
    expect(exitCode).toBe(5)
    expect(stderr).toBe('The phone was disconnected in the middle. What was read until then is kept.\n')
    const { stopped, readings } = JSON.parse(stdout) as Inspection
    expect(stopped).toBe('unplugged')
    expect(readings['phone.brand']).toMatchObject({ status: 'measured', value: 'Xiaomi' })
    expect(readings['battery.level']).toMatchObject({
      status: 'unreadable',
      reason: 'The phone was unplugged before this was read.',
    })
    const again = await cli(here, ['probe', '--json', '--replay', file])
    expect(again.exitCode).toBe(5)
    expect((JSON.parse(again.stdout) as Inspection).readings).toEqual(readings)
  })
})

describe('hostile text of a phone', { timeout: 60_000 }, () => {
  const hostilePhone = () =>
    somePhone({
      model: 'evil\u001b[31m',
      properties: {
        'ro.product.marketname': `Mi${HOSTILE}`,
        'ro.product.model': `M${HOSTILE}`,
        'ro.miui.region': HOSTILE,
      },
      users: [{ id: 0, name: `Owner${HOSTILE}`, flags: '4c13', running: true }],
    })

  test.each([['phones'], ['probe'], ['probe', '--json'], ['phones', '--json']])(
    'does not reach the terminal: %s %s',
    async (...words) => {
      await plugIn(adb, hostilePhone())
      const { exitCode, stdout, stderr } = await cli(place(), words)
      expect(exitCode).toBe(0)
      expect(stdout + stderr).not.toMatch(UNPRINTABLE)
    },
  )

  test('does not reach the terminal by way of a recording or a ticket', async () => {
    const phone = await plugIn(adb, hostilePhone())
    const here = place()
    const file = join(here.data, 'hostile.json')
    await json(here, ['probe', '--save', file])
    expect(readFileSync(file, 'utf8')).toContain('gpj.exe')
    const open = ['ticket', 'open', '--customer', 'Ana', '--phone', '1', '--said', 'x']
    for (const words of [
      ['probe', '--replay', file],
      [...open, '--serial', phone.adbSerial],
      ['ticket', 'list'],
      ['ticket', 'list', '--json'],
      ['ticket', 'show', 'T-0001'],
    ]) {
      const { exitCode, stdout, stderr } = await cli(here, words)
      expect(exitCode).toBe(0)
      expect(stdout).toMatch(/gpj\.exe|T-0001/)
      expect(stdout + stderr).not.toMatch(UNPRINTABLE)
    }
  })
})
