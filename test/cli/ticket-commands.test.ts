import { statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { presets, startAdbServer, type AdbServer } from '../simulator/index.ts'
import { plugIn } from './plugged.ts'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript, type Place } from './terminal.ts'

let adb: AdbServer
beforeAll(async () => {
  await throughNpmScript(['--help'])
  adb = await startAdbServer()
  return () => adb.close()
}, 120_000)

type Ticket = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly customer: { id: string; name: string; phone: string }
  readonly device: { id: string; serial: string; model: string } | null
  readonly symptoms: readonly string[]
  readonly attempts: readonly { fix: string; covers: string[]; at: string }[]
  readonly workedFix: string | null
  readonly history: readonly { at: string; who: string; what: string }[]
}

const SAID = "Couldn't verify Mi Account ID"

const open = (place: Place, name: string, ...more: readonly string[]) =>
  json<{ id: string; number: string }>(
    place,
    ['ticket', 'open', '--customer', name, '--phone', '+92 300 12345', '--said', SAID].concat(more),
  )

describe('the story of a ticket', { timeout: 60_000 }, () => {
  test('each command finds what the last one left in the data folder', async () => {
    const phone = await plugIn(adb, presets.clockAndPackage.phone())
    const place = { data: join(temporaryFolder(), 'shop'), adbPort: adb.port }
    const opened = await open(place, 'Asha Rao', '--serial', phone.adbSerial, '--consent', 'read,change')
    expect(opened).toEqual({ id: expect.any(String) as string, number: 'T-0001' })
    expect(statSync(place.data).mode & 0o077).toBe(0)

    const show = () => json<Ticket>(place, ['ticket', 'show', 'T-0001'])
    const first = await show()
    expect(first).toMatchObject({
      id: opened.id,
      state: 'diagnosing',
      customer: { name: 'Asha Rao', phone: '+92 300 12345' },
      device: { serial: '71d23d60', model: 'Xiaomi Pad 6' },
      said: SAID,
      consents: ['read', 'change'],
      attempts: [],
      workedFix: null,
      changes: [],
    })
    expect(first.symptoms).not.toEqual([])

    const attempt = (fix: string, outcome: string, verified: string) =>
      json<Ticket>(
        place,
        `ticket attempt t-1 --fix ${fix} --outcome ${outcome} --verified ${verified}`.split(' '),
      )
    expect(await attempt('FX24', 'failed', 'sign-in')).toMatchObject({ state: 'diagnosing' })
    expect(await attempt('restore-package', 'worked', 'sign-in')).toMatchObject({
      state: 'fixed',
      workedFix: 'restore-package',
    })
    const closing = ['ticket', 'close', opened.id, '--result', 'fixed']
    const closed = await json<Ticket>(place, closing)
    expect(await show()).toEqual(closed)
    expect(closed).toMatchObject({
      state: 'closed',
      result: 'fixed',
      attempts: [
        { fix: 'set-clock', covers: ['FX24'], outcome: 'failed', verified: 'sign-in' },
        { fix: 'restore-package', covers: ['FX25'], outcome: 'worked', verified: 'sign-in' },
      ],
    })
    expect(closed.history.map(({ who, what }) => [who, what])).toEqual([
      ['counter', 'Ticket opened'],
      ['counter', expect.stringContaining('did not work, seen by signing in')],
      ['counter', expect.stringContaining('worked, seen by signing in')],
      ['counter', 'Closed: fixed'],
    ])
    expect(closed).not.toHaveProperty('inspection')
    expect(closed).toMatchObject({ adviceFrom: 'starting-guesses' })

    const reopened = await json<Ticket>(place, ['ticket', 'reopen', 'T-0001'])
    expect(reopened).toMatchObject({ state: 'diagnosing', workedFix: null })
    expect(phone.writes()).toEqual([])
  })

  test('several before one sign-in have one outcome, in a list or by repeating, and none is said to be the one', async () => {
    const place = await emptyPlace()
    await open(place, 'Asha Rao')
    const attempt = (...fixes: readonly string[]) =>
      json<Ticket & { readonly workedTogether: readonly string[] }>(
        place,
        ['ticket', 'attempt', 'T-0001', '--outcome', 'worked', '--verified', 'sign-in'].concat(
          fixes.flatMap((fix) => ['--fix', fix]),
        ),
      )
    const listed = await attempt('FX24,FX25')
    expect(listed).toMatchObject({ state: 'fixed', workedFix: null })
    expect(listed.workedTogether.toSorted()).toEqual(['restore-package', 'set-clock'])
    expect(listed.attempts.map(({ fix }) => fix)).toEqual(['set-clock', 'restore-package'])
    const repeated = await attempt('FX06', 'FX25')
    expect(repeated.workedTogether).toHaveLength(2)
    const list = await cli(place, ['ticket', 'list'])
    expect(list.stdout).toMatch(/(?:clear-app-data or restore-package|restore-package or clear-app-data)/u)
    expect(await attempt('FX06')).toMatchObject({
      workedFix: expect.any(String) as string,
      workedTogether: [],
    })
    expect(
      (await cli(place, 'ticket attempt T-0001 --outcome failed --verified word --fix FX24,FX99'.split(' ')))
        .exitCode,
    ).toBe(2)
  })

  test('the list finds tickets by name, number and state, newest first', async () => {
    const place = await emptyPlace()
    for (const name of ['Asha Rao', 'Даша Петрова', '李小龍']) await open(place, name)
    await json(place, ['ticket', 'close', 'T-0002', '--result', 'declined'])
    const list = async (...words: readonly string[]) => {
      const found = await json<{ total: number; tickets: Ticket[] }>(place, ['ticket', 'list', ...words])
      expect(found.tickets.every((ticket) => !('history' in ticket))).toBe(true)
      return [found.total, found.tickets.map(({ number }) => number)]
    }
    expect(await list()).toEqual([3, ['T-0003', 'T-0002', 'T-0001']])
    expect(await list('--limit', '1')).toEqual([3, ['T-0003']])
    expect(await list('--search', 'ДАША')).toEqual([1, ['T-0002']])
    expect(await list('--search', '小龍')).toEqual([1, ['T-0003']])
    expect(await list('--state', 'closed')).toEqual([1, ['T-0002']])
    expect(await list('--search', 'nobody')).toEqual([0, []])
  })

  test('a ticket waits, goes on, and is fetched', async () => {
    const place = await emptyPlace()
    await open(place, 'Asha Rao')
    const move = (words: string) => json<Ticket & { waiting: unknown }>(place, `ticket ${words}`.split(' '))
    expect(await move('wait T-1 --for hours-72')).toMatchObject({
      state: 'waiting',
      waiting: { for: 'hours-72', until: expect.any(String) as string },
    })
    expect(await move('resume T-1')).toMatchObject({ state: 'diagnosing', waiting: null })
    const refused = await cli(place, ['ticket', 'resume', 'T-1'])
    expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringContaining('on the bench already')])
    expect(await move('ready T-1 --result referred')).toMatchObject({ state: 'ready', result: 'referred' })
    const closed = await move('close T-1 --result referred')
    expect(closed.history.map(({ what }) => what)).toEqual([
      'Ticket opened',
      'Waiting for 72 hours to pass',
      'Back on the bench',
      'Ready for pick-up: referred',
      'Closed: referred',
    ])
  })

  test('a note, who made it, an IMEI and a rework', async () => {
    const place = await emptyPlace()
    await open(place, 'Asha Rao', '--imei', '490154203237518')
    const ask = (...words: readonly string[]) =>
      json<Ticket & { notes: unknown; reworkOf: unknown }>(place, ['ticket', ...words])
    const noted = await ask('note', 'T-1', '--text', 'call after six', '--who', 'Meera')
    expect(noted.notes).toMatchObject([{ text: 'call after six', who: 'Meera' }])
    expect(noted.device).toMatchObject({ imeis: ['490154203237518'], isTyped: true })
    await ask('close', 'T-1', '--result', 'declined')
    await open(place, 'Asha Rao')
    expect(await ask('rework', 'T-2', '--of', 'T-1')).toMatchObject({ reworkOf: { number: 'T-0001' } })
    const refused = await cli(place, ['ticket', 'rework', 'T-2', '--of', 'T-1'])
    expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringContaining('cannot be the rework')])
    const wrong = await cli(place, ['ticket', 'open', '--customer', 'A', '--imei', '490154203237519'])
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('is no IMEI')])
  })

  test('without --json it is words', async () => {
    const place = await emptyPlace()
    expect((await cli(place, ['ticket', 'list'])).stdout).toBe('No tickets.\n')
    await open(place, 'Asha Rao')
    expect((await cli(place, ['ticket', 'list'])).stdout).toMatch(/^T-0001 +diagnosing +Asha Rao/)
    expect((await cli(place, ['ticket', 'show', 'T-0001'])).stdout).toContain('Ticket opened')
  })

  test('counters that start at the same moment on a new folder each get a number', async () => {
    const place = await emptyPlace()
    const opened = await Promise.all(['Asha', 'Ben', 'Chen', 'Dina'].map((name) => open(place, name)))
    expect(opened.map(({ number }) => number).toSorted()).toEqual(['T-0001', 'T-0002', 'T-0003', 'T-0004'])
  })
})
