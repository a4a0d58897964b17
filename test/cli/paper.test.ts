import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript } from './terminal.ts'

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

const withTicket = async () => {
  const place = await emptyPlace()
  await json(place, [
    'ticket',
    'open',
    '--customer',
    'Asha <b>',
    '--phone',
    '98765',
    '--said',
    'cannot verify',
  ])
  return place
}

test(
  'each paper of a ticket is saved as a page, for its owner’s eyes alone',
  { timeout: 60_000 },
  async () => {
    const place = await withTicket()
    for (const [kind, holds] of [
      ['intake', 'Asha &lt;b&gt;'],
      ['label', 'T-0001'],
      ['hand-over', 'What was not looked at'],
    ] as const) {
      const file = join(temporaryFolder(), `${kind}.html`)
      expect(await json(place, ['ticket', 'paper', 't-1', '--kind', kind, '--html', file])).toEqual({ file })
      const page = readFileSync(file, 'utf8')
      expect(page).toContain('<!doctype html>')
      expect(page).toContain(holds)
      expect(statSync(file).mode & 0o077).toBe(0)
    }
  },
)

test('what cannot be made is refused in words, and no file is touched', { timeout: 60_000 }, async () => {
  const place = await withTicket()
  const file = join(temporaryFolder(), 'there.html')
  writeFileSync(file, 'kept')
  const paper = (...words: readonly string[]) => cli(place, ['ticket', 'paper', ...words, '--html', file])
  const refused = [
    await paper('t-1', '--kind', 'intake', '--size', 'label'),
    await paper('t-1', '--kind', 'poster'),
    await paper('t-9', '--kind', 'intake'),
    await cli(place, ['ticket', 'paper', 't-1', '--kind', 'intake']),
    await cli(place, ['ticket', 'paper', 't-1', '--kind', 'intake', '--html', '/nonexistent/x.html']),
  ]
  expect(refused.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2, 2, 2])
  expect(refused.map(({ stderr }) => stderr)).toEqual([
    expect.stringContaining('one of A4, roll'),
    expect.stringContaining('intake'),
    expect.stringContaining('t-9'),
    expect.stringContaining('--html'),
    expect.stringContaining('Choose another place'),
  ])
  expect(readFileSync(file, 'utf8')).toBe('kept')
})
