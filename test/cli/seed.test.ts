import { beforeAll, expect, test } from 'vitest'
import { cli, emptyPlace, json, throughNpmScript } from './terminal.ts'

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

type Listed = { readonly total: number; readonly tickets: readonly { readonly number: string }[] }

test('invented tickets are made, found, and never put beside real ones', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  const seed = ['data', 'seed', '--tickets', '30', '--seed', '5']
  expect(await json(place, seed)).toMatchObject({ tickets: 30, total: 30, seed: 5 })
  expect(await json(place, ['data', 'check'])).toMatchObject({ tickets: 30, brokenAt: null, faults: [] })
  const listed = await json<Listed>(place, ['ticket', 'list', '--search', 't-0007'])
  expect(listed).toMatchObject({ total: 1, tickets: [{ number: 'T-0007' }] })

  const real = await emptyPlace()
  await json(real, ['ticket', 'open', '--customer', 'Asha Rao', '--phone', '98765 43210', '--said', 'x'])
  const refused = await cli(real, seed)
  expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringContaining('a shop’s own work')])
  expect(await json(real, ['ticket', 'list'])).toMatchObject({ total: 1 })
})

test('a ticket is found by the title of the step that was tried', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  const open = ['ticket', 'open', '--customer', 'Asha Rao', '--phone', '98765 43210', '--said', 'x']
  await json(place, open)
  await json(place, open)
  const attempt = ['--fix', 'reset-password', '--outcome', 'worked', '--verified', 'sign-in']
  await json(place, ['ticket', 'attempt', 'T-0001', ...attempt])
  const listed = await json<Listed>(place, ['ticket', 'list', '--search', 'set a new passw'])
  expect(listed.tickets.map(({ number }) => number)).toEqual(['T-0001'])
  expect((await json<Listed>(place, ['ticket', 'list', '--search', 'asha new passw'])).total).toBe(1)
  expect((await json<Listed>(place, ['ticket', 'list', '--search', 'bela new passw'])).total).toBe(0)
})

test('the shop’s own folder is not filled because none was named', async () => {
  const ended = await throughNpmScript(['data', 'seed', '--tickets', '3', '--seed', '1'])
  expect([ended.exitCode, ended.stderr]).toEqual([2, expect.stringContaining('--data')])
})
