import Database from 'better-sqlite3'
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Failure } from '../../../src/core/failure.ts'
import { speak } from '../../../src/core/words/index.ts'
import { openSqliteStore, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder, openStore, startCounter } from '../open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from '../some-record.ts'

const connections: Database.Database[] = []
vi.mock('better-sqlite3', async (original) => {
  const { default: Real } = await original<{ default: typeof Database }>()
  class Watched extends Real {
    constructor(file: string, options: Database.Options) {
      super(file, options)
      connections.push(this)
    }
  }
  return { default: Watched }
})

const inRecord = (folder: string): Database.Database => {
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  return raw
}

const says = ({ code, details }: Failure): string => speak('en')(`failure.${code}`, details)

describe('every opening of the record', () => {
  test.each(['fresh', 'again'])('%s: a change is on the disk when it is answered', async (how) => {
    const folder = newFolder()
    if (how === 'again') await (await openStore(folder)).close()
    await openStore(folder)
    const pragma = (name: string): unknown => connections.at(-1)?.pragma(name, { simple: true })
    expect({
      synchronous: pragma('synchronous'),
      journal: pragma('journal_mode'),
      foreignKeys: pragma('foreign_keys'),
      secureDelete: pragma('secure_delete'),
      trustedSchema: pragma('trusted_schema'),
    }).toEqual({ synchronous: 2, journal: 'wal', foreignKeys: 1, secureDelete: 1, trustedSchema: 0 })
    expect(pragma('busy_timeout')).toBeGreaterThanOrEqual(5000)
  })

  test('that fails leaves no connection behind', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, RECORD_FILE), Buffer.alloc(8192, 'rubbish'))
    expect(await openSqliteStore(folder)).toMatchObject({ ok: false })
    expect(connections.at(-1)?.open).toBe(false)
  })
})

describe('two programs on one record', { timeout: 60_000 }, () => {
  test('start at once on an empty folder', async () => {
    const folder = newFolder()
    const first = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { lines } = startCounter(folder, 1)
        const told: unknown[] = []
        for await (const line of lines) told.push(JSON.parse(line))
        return told
      }),
    )
    expect(first.map((told) => [told[0], told.length])).toEqual(Array.from({ length: 6 }, () => ['ready', 4]))
    expect(inRecord(folder).prepare('select max(sequence) as most from tickets').get()).toEqual({ most: 6 })
  })

  test('wait for one another and refuse nothing', async () => {
    const folder = newFolder()
    const store = await openStore(folder)
    const other = startCounter(folder, 60)
    const busy = (async () => {
      let changes = -1
      for await (const _ of other.lines) changes += 1
      return changes
    })()
    let going = true
    void busy.then(() => (going = false))
    let count = 0
    for (; going || count < 20; count++) {
      // The engine never leaves the loop to the other's lines by itself.
      await wait(0)
      const id = `inspection-${String(count)}`
      valueOf(await store.beginInspection(inspectionNamed(id)))
      valueOf(
        await store.nameDevice(id, {
          serial: `s${String(count % 3)}`,
          model: null,
          marketName: null,
          training: false,
        }),
      )
      const { id: ticket } = valueOf(await store.openTicket(intake({ inspectionId: id })))
      valueOf(await store.changeTicket(ticket, () => attempted('failed')))
    }
    expect(await busy).toBe(180)
    expect(valueOf(await store.tickets({ search: '', state: null, limit: 1 })).total).toBe(60 + count)
  })

  test('are told in words when the other does not let go', async () => {
    const folder = newFolder()
    const store = await openStore(folder)
    const holder = inRecord(folder)
    holder.pragma('busy_timeout = 0')
    holder.exec('begin immediate')
    connections.find(({ name }) => name === join(folder, RECORD_FILE))?.pragma('busy_timeout = 100')
    const refused = await store.openTicket(intake())
    if (refused.ok) throw new Error('it was not refused')
    expect(refused.failure.code).toBe('record.locked')
    expect(says(refused.failure)).toMatch(/is in use by another program: .*Close it and try again/)
    expect(valueOf(await store.tickets({ search: '', state: null, limit: 1 })).total).toBe(0)
    holder.exec('rollback')
    expect(valueOf(await store.openTicket(intake())).number).toBe('T-0001')
  })
})

describe('a place that cannot be written is told in words', { timeout: 30_000 }, () => {
  const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined

  test.each(['empty', 'with a record'])('a folder for reading only, %s', async (what) => {
    const folder = newFolder()
    if (what === 'with a record') await (await openStore(folder)).close()
    chmodSync(folder, 0o555)
    const { lines } = startCounter(folder, 1, NOBODY)
    const told: { failure: Failure }[] = []
    for await (const line of lines) told.push(JSON.parse(line) as { failure: Failure })
    chmodSync(folder, 0o755)
    expect(told.map(({ failure }) => failure.code)).toEqual(['record.read-only'])
    expect(told.map(({ failure }) => says(failure)).join('')).toContain('Check the folder’s permissions')
  })

  test.each([
    ['under a file', (folder: string) => join(folder, 'file', 'shop')],
    ['with a name that is too long', (folder: string) => join(folder, 'x'.repeat(300))],
  ])('a folder %s', async (_, place) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    const opened = await openSqliteStore(place(folder))
    expect(opened.ok ? 'opened' : opened.failure.code).toBe('record.read-only')
  })
})

test('a full disk is told in words and takes nothing that was saved', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.openTicket(intake()))
  const connection = connections.find(({ name }) => name === join(folder, RECORD_FILE))
  connection?.pragma(`max_page_count = ${String(connection.pragma('page_count', { simple: true }))}`)
  const refused = await store.openTicket(intake({ said: 'x'.repeat(100_000) }))
  if (refused.ok) throw new Error('it was not refused')
  expect(says(refused.failure)).toContain('The disk is full, so this was not saved')
  expect(valueOf(await store.tickets({ search: '', state: null, limit: 9 })).total).toBe(1)
})

test('an engine that cannot be loaded is no damage to the record', async () => {
  vi.stubEnv('BENCHSIDE_SQLITE_BINDING', '/nonexistent.node')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await openSqliteStore(newFolder())).toMatchObject({ failure: { code: 'record.unusable' } })
})

test('the record is its owner’s alone, also in a folder that others may look into', async () => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const store = await openStore(folder)
  valueOf(await store.openTicket(intake()))
  const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777])
  expect(modes.length).toBeGreaterThan(1)
  expect(modes.filter(([, mode]) => mode !== 0o600)).toEqual([])
})
