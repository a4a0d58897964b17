import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { attempted, intake, valueOf } from '../storage/some-record.ts'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript } from './terminal.ts'

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

type Shown = { readonly taught: { tickets: number } | null; readonly causes: readonly { id: string }[] }

const withClosed = async (count: number) => {
  const place = await emptyPlace()
  const store = valueOf(await openSqliteStore(place.data))
  for (let ticket = 0; ticket < count; ticket += 1) {
    const { id } = valueOf(await store.openTicket(intake()))
    valueOf(await store.changeTicket(id, () => attempted('worked')))
    const at = '2026-11-23T10:02:00.000Z'
    const event = { at, who: 'counter', code: 'closed', details: { result: 'fixed' } } as const
    const closed = { state: 'closed', result: 'fixed', closedAt: at, event } as const
    valueOf(await store.changeTicket(id, () => done(closed)))
  }
  await store.close()
  return place
}

test('what was learnt is shown, set aside and taken up again', { timeout: 60_000 }, async () => {
  const place = await withClosed(12)
  expect(await json<Shown>(place, ['learning', 'show'])).toMatchObject({
    taught: { tickets: 12 },
    causes: expect.arrayContaining([expect.objectContaining({ id: 'clock-wrong' })]) as unknown,
  })
  const words = await cli(place, ['learning', 'show'])
  expect(words.stdout).toMatch(/12 closed tickets, 2026-11-23 to 2026-11-23/u)
  expect(words.stdout).toMatch(/this shop, n = 12 \(/u)
  expect(await json<Shown>(place, ['learning', 'reset'])).toMatchObject({ taught: null })
  expect(await json<Shown>(place, ['learning', 'show'])).toMatchObject({ taught: null })
  expect(await json<Shown>(place, ['learning', 'reset', '--undo'])).toMatchObject({ taught: { tickets: 12 } })
})

test('counts go from one counter to another, and move its diagnosis', { timeout: 60_000 }, async () => {
  const [one, other] = [await withClosed(12), await emptyPlace()]
  const file = join(temporaryFolder(), 'counts.json')
  expect(await json(one, ['learning', 'export', file])).toEqual({ file, tickets: 12 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).not.toMatch(/Asha|12345|cannot verify|2026-11-23/u)
  const chance = async () => {
    const said = JSON.stringify({ symptoms: ['SY01'] })
    const { causes } = await json<{ causes: { id: string; probability: number }[] }>(
      other,
      ['diagnose', '--input', '-'],
      { input: said },
    )
    return causes.find(({ id }) => id === 'clock-wrong')?.probability ?? 0
  }
  const before = await chance()
  await json(other, ['learning', 'import', file])
  expect(await chance()).toBeGreaterThan(before)
  await json(other, ['learning', 'drop'])
  expect(await chance()).toBeCloseTo(before, 9)
})

test('what cannot be shared or read is said', { timeout: 60_000 }, async () => {
  const place = await withClosed(9)
  const file = join(temporaryFolder(), 'counts.json')
  const few = await cli(place, ['learning', 'export', file])
  expect([few.exitCode, few.stderr]).toEqual([2, expect.stringMatching(/at least 10 closed tickets/u)])
  writeFileSync(file, '{"kind":"benchside-counts","schema":9}')
  const newer = await cli(place, ['learning', 'import', file])
  expect([newer.exitCode, newer.stderr]).toEqual([2, expect.stringMatching(/newer Benchside/u)])
  expect((await cli(place, ['learning', 'import'])).exitCode).toBe(2)
  expect((await cli(place, ['learning', 'forget'])).exitCode).toBe(2)
})

test('a report counts days with their last one, and leaves as a table', { timeout: 60_000 }, async () => {
  const place = await withClosed(3)
  const file = join(temporaryFolder(), 'report.csv')
  type Counted = { readonly closed: number; readonly fixes: { all: readonly { fix: string }[] } }
  const all = await json<Counted>(place, ['report', '--csv', file])
  expect(all).toMatchObject({
    closed: 3,
    fixes: { all: [{ fix: 'set-clock', worked: { hits: 3, cases: 3 } }] },
  })
  expect(readFileSync(file, 'utf8')).toMatch(/\r\nWhich step worked\r\nStep,Phones,Worked,Cases,/u)
  expect(await json<Counted>(place, ['report', '--from', '2026-11-23', '--to', '2026-11-23'])).toMatchObject({
    closed: 3,
  })
  expect(await json<Counted>(place, ['report', '--to', '2026-11-22'])).toMatchObject({ closed: 0 })
  expect((await cli(place, ['report'])).stdout).toMatch(
    /3 tickets closed, 3 fixed[\s\S]*100 % {2}.* 3 of 3 {2}Set date/u,
  )
  expect(await json(place, ['report'])).toMatchObject({ backAfter: expect.any(Array) as [], warranty: [] })
  expect(readFileSync(file, 'utf8')).toContain('When tickets came back')
  const wrong = await cli(place, ['report', '--from', 'yesterday'])
  expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringMatching(/--from/u)])
})
