import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copyRecord } from '../../../src/storage/copy-record.ts'
import { restoreRecord } from '../../../src/storage/restore-record.ts'
import { openRecord, RECORD_FILE, type OpenRecord } from '../../../src/storage/open-sqlite.ts'
import type { Store } from '../../../src/storage/store.ts'
import { newFolder, openStore, startCounter } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

const NOW = new Date('2026-11-23T10:00:00.000Z')

const opened = async (folder: string): Promise<OpenRecord> => {
  const record = valueOf(await openRecord(join(folder, RECORD_FILE)))
  onTestFinished(() => record.store.close())
  return record
}

const open = async (store: Store, customerName: string): Promise<void> => {
  valueOf(await store.openTicket(intake({ customerName })))
}

const names = async (store: Store): Promise<readonly string[]> =>
  valueOf(await store.tickets({ search: '', state: null, limit: 10 })).tickets.map(
    ({ customer }) => customer.name,
  )

/** A folder with a record of one ticket, and a copy of it; the record has moved on since. */
const withCopy = async () => {
  const folder = newFolder()
  const record = await opened(folder)
  await open(record.store, 'Asha')
  const copy = join(newFolder(), 'copy.db')
  const copied = valueOf(await copyRecord(join(folder, RECORD_FILE), copy))
  await open(record.store, 'Bela')
  return { folder, record, copy, copied }
}

describe('a copy', () => {
  test('is one file for its owner alone, read through before it is called a copy', async () => {
    const { copy, copied } = await withCopy()
    expect(copied).toMatchObject({ file: copy, check: { tickets: 1, events: 1, brokenAt: null, faults: [] } })
    expect(statSync(copy)).toMatchObject({ size: copied.bytes })
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(copy, '..'))).toEqual(['copy.db'])
  })

  test('is made while others write, and holds what was acknowledged before it began', async () => {
    const folder = newFolder()
    const record = await opened(folder)
    const other = await openStore(folder)
    for (let count = 0; count < 20; count += 1) await open(record.store, `before ${String(count)}`)
    const copy = join(newFolder(), 'copy.db')
    const copying = copyRecord(join(folder, RECORD_FILE), copy)
    for (let count = 0; count < 20; count += 1) await open(other, `during ${String(count)}`)
    const { tickets, brokenAt } = valueOf(await copying).check
    expect(tickets).toBeGreaterThanOrEqual(20)
    expect(brokenAt).toBeNull()
  })

  test('is never written over another file', async () => {
    const { folder, copy } = await withCopy()
    const before = readFileSync(copy)
    expect(await copyRecord(join(folder, RECORD_FILE), copy)).toMatchObject({
      ok: false,
      failure: { code: 'backup.exists' },
    })
    expect(readFileSync(copy).equals(before)).toBe(true)
  })

  test('that cannot be written leaves nothing behind', async () => {
    const { folder } = await withCopy()
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    const refused = { ok: false, failure: { code: 'record.read-only' } }
    expect(await copyRecord(join(folder, RECORD_FILE), join(file, 'copy.db'))).toMatchObject(refused)
    expect(await restoreRecord(join(file, 'record'), file, NOW)).toMatchObject(refused)
  })
})

describe('restoring', () => {
  test('puts the copy in the place of the record, and keeps what was there', async () => {
    const { folder, record, copy } = await withCopy()
    await record.store.close()
    const restored = valueOf(await restoreRecord(folder, copy, NOW))
    expect(await names(await openStore(folder))).toEqual(['Asha'])
    const aside = newFolder()
    copyFileSync(restored.aside ?? '', join(aside, RECORD_FILE))
    expect(await names(await openStore(aside))).toEqual(['Bela', 'Asha'])
    expect(existsSync(copy)).toBe(true)
  })

  test('works where there is no record yet', async () => {
    const { copy } = await withCopy()
    const folder = newFolder()
    expect(valueOf(await restoreRecord(folder, copy, NOW)).aside).toBeNull()
    expect(await names(await openStore(folder))).toEqual(['Asha'])
  })

  test('waits for the window to be closed', async () => {
    const { folder, record, copy } = await withCopy()
    const refused = await restoreRecord(folder, copy, NOW)
    expect(refused).toMatchObject({ ok: false, failure: { code: 'record.locked' } })
    await open(record.store, 'Cai')
    expect(await names(record.store)).toEqual(['Cai', 'Bela', 'Asha'])
  }, 30_000)

  test('takes the place of a record that can no longer be opened, which is kept', async () => {
    const { folder, record, copy } = await withCopy()
    await record.store.close()
    writeFileSync(join(folder, RECORD_FILE), Buffer.alloc(8192, 'rubbish'))
    const { aside } = valueOf(await restoreRecord(folder, copy, NOW))
    expect(
      readFileSync(aside ?? '')
        .toString()
        .startsWith('rubbish'),
    ).toBe(true)
    expect(await names(await openStore(folder))).toEqual(['Asha'])
  })

  test.each<[string, (copy: string) => void]>([
    ['one that was cut off', (copy) => truncateSync(copy, statSync(copy).size - 8192)],
    [
      'one with a page of zeros',
      (copy) => {
        const bytes = readFileSync(copy)
        writeFileSync(copy, bytes.fill(0, bytes.length - 4096))
      },
    ],
    ['something else', (copy) => writeFileSync(copy, 'hello')],
    ['one that is not there', (copy) => truncateSync(copy, 0)],
  ])('%s is refused, and nothing changes', async (_, spoil) => {
    const { folder, record, copy } = await withCopy()
    await record.store.close()
    spoil(copy)
    expect((await restoreRecord(folder, copy, NOW)).ok).toBe(false)
    expect(await names(await openStore(folder))).toEqual(['Bela', 'Asha'])
    expect(readdirSync(folder).filter((name) => /restor/u.test(name))).toEqual([])
  })
})

/** restore-process.ts, killed at that step; whether it came to its end. */
const restoreKilledAt = (folder: string, copy: string, step: number): boolean => {
  const program = join(import.meta.dirname, 'restore-process.ts')
  return spawnSync(process.execPath, [program, folder, copy, String(step)]).status === 0
}

/** What is found after a restoring that was killed at that step: the names in the record, and in what was kept beside it. */
const afterKillAt = async (step: number) => {
  const { folder, record, copy } = await withCopy()
  await record.store.close()
  const isDone = restoreKilledAt(folder, copy, step)
  const found = { isDone, record: (await names(await openStore(folder))).join(), kept: '' }
  const aside = readdirSync(folder).find((name) => name.startsWith('benchside-before-restore'))
  if (aside === undefined) return found
  const kept = newFolder()
  copyFileSync(join(folder, aside), join(kept, RECORD_FILE))
  return { ...found, kept: (await names(await openStore(kept))).join() }
}

test(
  'a restoring that is killed at any step leaves the one record or the other, and loses neither',
  { timeout: 120_000 },
  async () => {
    const lost: unknown[] = []
    let step = 0
    let isDone = false
    while (!isDone) {
      step += 1
      const found = await afterKillAt(step)
      const isRestored = found.record === 'Asha' && found.kept === 'Bela,Asha'
      if (!isRestored && (found.isDone || found.record !== 'Bela,Asha')) lost.push({ step, ...found })
      isDone = found.isDone
    }
    expect(lost).toEqual([])
    expect(step).toBeGreaterThan(4)
  },
)

test('a log that is left of a record that is gone is not written into the copy', async () => {
  const { copy } = await withCopy()
  const folder = newFolder()
  const counter = startCounter(folder, 3)
  for await (const line of counter.lines) if (line.includes('closed')) break
  await counter.kill()
  rmSync(join(folder, RECORD_FILE))
  rmSync(join(folder, `${RECORD_FILE}-shm`), { force: true })
  expect(existsSync(join(folder, `${RECORD_FILE}-wal`))).toBe(true)
  valueOf(await restoreRecord(folder, copy, NOW))
  const store = await openStore(folder)
  expect(await names(store)).toEqual(['Asha'])
  expect(valueOf(await store.check())).toMatchObject({ tickets: 1, brokenAt: null, faults: [] })
})

test(
  'counters that open while a copy is put back lose nothing that they were answered',
  { timeout: 60_000 },
  async () => {
    for (let round = 0; round < 6; round += 1) {
      const { folder, record, copy } = await withCopy()
      await record.store.close()
      const counter = startCounter(folder, 1000)
      const answered = new Set<string>()
      counter.lines.on('line', (line) => {
        const told = JSON.parse(line) as { id?: string }
        if (told.id !== undefined) answered.add(told.id)
      })
      await setTimeout(100 + round * 40)
      await restoreRecord(folder, copy, NOW)
      await setTimeout(100)
      await counter.kill()
      const places = [folder]
      const aside = readdirSync(folder).find((name) => /^benchside-before-restore.*db$/u.test(name))
      if (aside !== undefined) {
        places.push(newFolder())
        for (const end of ['', '-wal'])
          if (existsSync(join(folder, aside + end)))
            copyFileSync(join(folder, aside + end), join(places[1] ?? '', RECORD_FILE + end))
      }
      for (const place of places) {
        const store = await openStore(place)
        expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
        for (const id of answered) if (valueOf(await store.ticket(id)) !== null) answered.delete(id)
      }
      expect([...answered]).toEqual([])
    }
  },
)
