import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeOwnFile } from '../../src/core/knowledge/own/own-file.ts'
import { cause, fix, message, OWN } from '../core/knowledge/own/some-own.ts'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript } from './terminal.ts'

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

const ofFile = (text: string): string => {
  const path = join(temporaryFolder(), 'own.json')
  writeFileSync(path, text)
  return path
}

test('own knowledge goes from one counter to another and is used there', { timeout: 60_000 }, async () => {
  const [one, other] = [await emptyPlace(), await emptyPlace()]
  const trial = await json(one, ['knowledge', 'import', ofFile(writeOwnFile(OWN, '')), '--dry-run'])
  expect(trial).toMatchObject({ dryRun: true, added: OWN.map(({ title }) => title) })
  await json(one, ['knowledge', 'import', ofFile(writeOwnFile(OWN, ''))])
  const out = join(temporaryFolder(), 'out.json')
  expect(await json(one, ['knowledge', 'export', out])).toEqual({ file: out, records: 3 })
  expect(statSync(out).mode & 0o777).toBe(0o600)

  const said = JSON.stringify({ said: 'dual apps space is full' })
  const leads = async () => {
    const diagnosis = await json<{ causes: { id: string }[] }>(other, ['diagnose', '--input', '-'], {
      input: said,
    })
    return diagnosis.causes[0]?.id
  }
  expect(await leads()).not.toBe(cause.id)
  await json(other, ['knowledge', 'import', out])
  expect(await leads()).toBe(cause.id)
  const { records } = await json<{ records: { kind: string; id: string }[] }>(other, ['knowledge', 'list'])
  expect(records.filter(({ id }) => id === fix.id)).toMatchObject([{ kind: 'fix', source: ['own'] }])
  const ticket = ['ticket', 'open', '--customer', 'Ana', '--phone', '1', '--said', 'dual apps space is full']
  const { id } = await json<{ id: string }>(other, ticket)
  const tried = ['ticket', 'attempt', id, '--fix', fix.id, '--outcome', 'worked', '--verified', 'sign-in']
  expect(await json(other, tried)).toMatchObject({ state: 'fixed', workedFix: fix.id })
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ records: OWN })
})

test('a file that is not right changes nothing and says why', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  await json(place, ['knowledge', 'import', ofFile(writeOwnFile([message], ''))])
  const locked = { ...fix, helps: [{ cause: 'locked-to-owner', chance: 0.9 }] }
  const cases = [
    [writeOwnFile([{ ...message, title: 'Otherwise' }], ''), 2, /Otherwise.*--replace/u],
    [writeOwnFile([message, cause, locked], ''), 2, /Empty the dual apps: .*proof of purchase/u],
    ['{"records":[]}', 2, /holds no own knowledge/u],
    ['\u0000', 2, /not JSON/u],
  ] as const
  for (const [text, status, words] of cases) {
    const ended = await cli(place, ['knowledge', 'import', ofFile(text)])
    expect([ended.exitCode, ended.stdout]).toEqual([status, ''])
    expect(ended.stderr).toMatch(words)
  }
  for (const wrong of [['import'], ['export'], ['import', '/nonexistent'], ['export', '/nonexistent/file']])
    expect((await cli(place, ['knowledge', ...wrong])).exitCode).toBe(2)
  const { records } = await json<{ records: { id: string; source: string[] }[] }>(place, [
    'knowledge',
    'list',
  ])
  expect(records.filter(({ source }) => source.includes('own')).map(({ id }) => id)).toEqual([message.id])
})
