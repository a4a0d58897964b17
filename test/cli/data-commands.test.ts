import Database from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript, type Place } from './terminal.ts'

beforeAll(async () => {
  await throughNpmScript(['--help'])
}, 120_000)

type Opened = { readonly id: string; readonly number: string }
type Shown = { readonly customer: { readonly id: string; readonly name: string }; readonly said: string }

const open = (place: Place, name: string): Promise<Opened> =>
  json(place, ['ticket', 'open', '--customer', name, '--phone', '98765 43210', '--said', 'no sign-in'])

test('a copy is made, the record is lost, the copy takes its place', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  await open(place, 'Asha Rao')
  const copy = join(temporaryFolder(), 'copies', 'monday.db')
  expect(await json(place, ['data', 'backup', copy])).toMatchObject({
    file: copy,
    tickets: 1,
    brokenAt: null,
  })
  const again = await cli(place, ['data', 'backup', copy])
  expect([again.exitCode, again.stderr]).toEqual([2, expect.stringContaining('is there already')])

  const other = await emptyPlace()
  expect(await json(other, ['data', 'restore', copy])).toMatchObject({ tickets: 1, aside: null })
  expect(await json<Shown>(other, ['ticket', 'show', 'T-0001'])).toMatchObject({
    customer: { name: 'Asha Rao' },
  })
  await open(other, 'Bela')
  const { aside } = await json<{ aside: string }>(other, ['data', 'restore', copy])
  expect(existsSync(aside)).toBe(true)
  const nowhere = await cli(other, ['data', 'restore', '/nonexistent/copy.db'])
  expect(nowhere.exitCode).toBe(2)
})

test.each([
  ['check', ['data', 'check']],
  ['backup', ['data', 'backup', '/nonexistent/copy.db']],
  ['erase', ['data', 'erase', '--customer', 'nobody']],
])('data %s in a folder without a record says so, and makes none', async (_, words) => {
  const place = await emptyPlace()
  const { exitCode, stderr } = await cli(place, words)
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('There is no record')])
  expect(readdirSync(place.data)).toEqual([])
})

test('a history that was edited by hand is found', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  await open(place, 'Asha Rao')
  expect(await json(place, ['data', 'check'])).toEqual({ tickets: 1, events: 1, brokenAt: null, faults: [] })
  const raw = new Database(join(place.data, 'benchside.db'))
  raw.exec("update events set who = 'nobody'")
  raw.close()
  const { exitCode, stdout, stderr } = await cli(place, ['data', 'check'])
  expect(exitCode).toBe(7)
  expect(stdout).toContain('The history was changed from outside')
  expect(stderr).toContain('is not as Benchside wrote it')
})

test('the record goes to another counter as a file, first as a trial', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  await open(place, 'Asha Rao')
  const folder = join(temporaryFolder(), 'export')
  expect(await json(place, ['data', 'export', folder])).toMatchObject({ tickets: 1, customers: 1 })
  const other = await emptyPlace()
  await open(other, 'Bela')
  const file = join(folder, 'record.json')
  const trial = await cli(other, ['data', 'import', file, '--dry-run'])
  expect([trial.exitCode, trial.stdout]).toEqual([0, expect.stringContaining('T-0001 is T-0002 here')])
  expect(await json(other, ['ticket', 'list'])).toMatchObject({ total: 1 })
  expect(await json(other, ['data', 'import', file])).toMatchObject({ counts: { added: 2, faulty: 0 } })
  expect(await json<Shown>(other, ['ticket', 'show', 'T-0002'])).toMatchObject({
    customer: { name: 'Asha Rao' },
  })
  expect((await cli(other, ['data', 'import', join(folder, 'tickets.csv')])).exitCode).toBe(2)
})

test(
  'a record that was edited by hand is copied too, marked as what it is',
  { timeout: 60_000 },
  async () => {
    const place = await emptyPlace()
    await open(place, 'Asha Rao')
    const raw = new Database(join(place.data, 'benchside.db'))
    raw.exec("update events set who = 'nobody'")
    raw.close()
    const copy = join(temporaryFolder(), 'monday.db')
    expect((await cli(place, ['data', 'backup', copy])).exitCode).toBe(7)
    const marked = copy.replace('.db', '.damaged.db')
    expect(await json(place, ['data', 'backup', copy, '--even-damaged'])).toMatchObject({
      file: marked,
      damaged: true,
    })
    expect([existsSync(copy), existsSync(marked)]).toEqual([false, true])
  },
)

type Noted = {
  readonly id: string
  readonly notes: readonly { readonly id: string; readonly text: string | null }[]
  readonly history: readonly { readonly who: string; readonly what: string }[]
}

test(
  'what a note says is forgotten by its id, also in the copies, and who erased it is told',
  { timeout: 60_000 },
  async () => {
    const place = await emptyPlace()
    await open(place, 'Asha Rao')
    await json(place, ['ticket', 'note', 'T-0001', '--text', 'her password is Zzyzx-hunter2'])
    const older = join(place.data, 'older.db')
    await json(place, ['data', 'backup', older])
    const { id, notes } = await json<Noted>(place, ['ticket', 'show', 'T-0001'])
    expect(notes).toMatchObject([{ text: 'her password is Zzyzx-hunter2' }])
    const note = notes[0]?.id ?? ''
    expect(await json(place, ['data', 'erase', '--note', note, '--who', 'Asif'])).toEqual({
      ticket: id,
      isInLog: false,
      cleaned: [older],
      olderCopies: [],
    })
    for (const file of [older, join(place.data, 'benchside.db')])
      expect(readFileSync(file).includes('Zzyzx')).toBe(false)
    const { notes: left, history } = await json<Noted>(place, ['ticket', 'show', 'T-0001'])
    expect(left).toMatchObject([{ id: note, text: null }])
    expect(history.at(-1)).toMatchObject({ who: 'Asif', what: 'A note’s text was erased for good' })
    expect((await cli(place, ['data', 'check'])).exitCode).toBe(0)
    expect((await cli(place, ['data', 'erase', '--note', 'none'])).exitCode).toBe(2)
    expect((await cli(place, ['data', 'erase', '--note', note, '--customer', 'x'])).exitCode).toBe(2)
  },
)

test(
  'a customer is forgotten by id, also in the copies; those that cannot be read are named',
  { timeout: 60_000 },
  async () => {
    const place = await emptyPlace()
    await open(place, 'Asha Rao')
    const older = join(place.data, 'older.db')
    await json(place, ['data', 'backup', older])
    const [rest, stranger] = ['benchside.db.restoring', 'notes.txt'].map((name) => join(place.data, name))
    for (const file of [rest, stranger]) writeFileSync(file ?? '', '')
    await open(place, 'Asha R.')
    const { customer } = await json<Shown>(place, ['ticket', 'show', 'T-0001'])
    const unreadable = join(place.data, 'unreadable.db')
    writeFileSync(unreadable, 'hello')
    expect(await json(place, ['data', 'erase', '--customer', customer.id])).toEqual({
      tickets: 1,
      devices: 0,
      inspections: 0,
      sameNumber: ['T-0002'],
      isInLog: false,
      cleaned: [older],
      olderCopies: [unreadable],
    })
    expect([existsSync(rest ?? ''), existsSync(stranger ?? '')]).toEqual([false, true])
    expect(readFileSync(older).includes('Asha Rao')).toBe(false)
    expect((await cli(place, ['ticket', 'list'])).stdout).toMatch(/T-0001 .*Erased customer/u)
    expect(await json<Shown>(place, ['ticket', 'show', 'T-0001'])).toMatchObject({
      customer: { name: '' },
      said: '',
    })
    expect((await cli(place, ['data', 'erase', '--customer', 'nobody'])).exitCode).toBe(2)
    expect((await cli(place, ['data', 'erase'])).exitCode).toBe(2)
    expect((await cli(place, ['data', 'burn'])).exitCode).toBe(2)
  },
)
