import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript } from './terminal.ts'

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

const file = (name: string, text: string): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

test('the shipped knowledge has no fault', { timeout: 30_000 }, async () => {
  const checked = await json<{ faults: unknown; records: { cause: number } }>(await emptyPlace(), [
    'knowledge',
    'check',
  ])
  expect(checked.faults).toEqual([])
  expect(checked.records.cause).toBeGreaterThan(40)
})

test('coverage takes several files and names what is missing', { timeout: 30_000 }, async () => {
  const place = await emptyPlace()
  const files = [file('one.md', '| CA22 | clock |'), file('two.md', '| ZZ99 | nothing |')]
  expect(await json(place, ['knowledge', 'coverage', '--facts', ...files])).toMatchObject({
    facts: 2,
    covered: ['CA22'],
    uncovered: ['ZZ99'],
  })
  const said = await cli(place, ['knowledge', 'coverage', '--facts', ...files])
  expect(said.stdout).toBe('1 of 2 facts covered, 1 uncovered\nZZ99\n')
  for (const none of [[], [file('none.md', 'no fact here')], ['/nonexistent']]) {
    const { exitCode, stdout } = await cli(place, ['knowledge', 'coverage', '--facts', ...none])
    expect([exitCode, stdout]).toEqual([2, ''])
  }
})

test('the list holds every record with its kind, source and trust', { timeout: 30_000 }, async () => {
  const { records } = await json<{
    records: { kind: string; id: string; source: string[]; trust: string }[]
  }>(await emptyPlace(), ['knowledge', 'list'])
  expect(new Set(records.map(({ kind }) => kind))).toContain('fix')
  expect(records.filter(({ source, trust }) => source.length === 0 || !/^[ABC]$/u.test(trust))).toEqual([])
  expect(records).toContainEqual(
    expect.objectContaining({ kind: 'cause', id: 'clock-wrong', covers: ['CA22'] }),
  )
})

test('reports are scored by tier', { timeout: 30_000 }, async () => {
  const place = await emptyPlace()
  const report = {
    id: 'C1',
    what_user_said: 'error again',
    symptoms: '70002',
    tier: 'A',
    cause_class: 'wrong_account_system',
    scorable: true,
    scorable_blind: true,
  }
  const reports = file('reports.jsonl', `${JSON.stringify(report)}\n`)
  expect(await json(place, ['evaluate', '--reports', reports])).toMatchObject({
    reports: 1,
    tiers: { A: { blind: { reports: 1 } } },
  })
  expect((await cli(place, ['evaluate', '--reports', file('bad.jsonl', '{}')])).exitCode).toBe(2)
})

test('an unknown verb is wrong use', { timeout: 30_000 }, async () => {
  expect((await cli(await emptyPlace(), ['knowledge', 'burn'])).exitCode).toBe(2)
})
