import Database from 'better-sqlite3'
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyName } from '../../../src/core/copies/copy-name.ts'
import { copyRecord } from '../../../src/storage/copy-record.ts'
import { cleanCopies } from '../../../src/storage/erase-listed.ts'
import { erasedIn, listErased } from '../../../src/storage/erased-list.ts'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { restoreRecord } from '../../../src/storage/restore-record.ts'
import type { Store } from '../../../src/storage/store.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const PLANTED = ['Qamar Zzyzx', '777 123-456-789', 'my-secret-words']

/** Every file under the folder, byte by byte. */
const hits = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      return PLANTED.filter((text) => bytes.includes(text)).map((text) => `${entry.name}: ${text}`)
    })

const plant = async (store: Store): Promise<string> => {
  const planted = { customerName: 'Qamar Zzyzx', customerPhone: '+777 123-456-789', said: 'my-secret-words' }
  valueOf(await store.openTicket(intake({ customerName: 'Asha' })))
  return valueOf(await store.openTicket(intake(planted))).customer.id
}

/** A record with somebody in it, and copies of it in both folders. */
const withCopies = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const id = await plant(store)
  const record = join(folder, RECORD_FILE)
  const copies = join(folder, 'copies')
  const [day, aside] = [join(copies, copyName('day', NOW)), join(folder, copyName('restore', NOW))]
  for (const file of [day, aside]) valueOf(await copyRecord(record, file))
  return { folder, store, id, copies, day, aside }
}

const eraseHere = async (store: Store, folder: string, id: string): Promise<void> => {
  valueOf(await listErased(folder, [id]))
  valueOf(await store.eraseCustomer(id, NOW, 'counter'))
}

test('who is erased is in no byte of the folder, copies included, and the copies can still be put back', async () => {
  const { folder, store, id, copies, day, aside } = await withCopies()
  writeFileSync(`${day}.part`, 'my-secret-words')
  expect(hits(folder).length).toBeGreaterThan(6)
  await eraseHere(store, folder, id)
  const { cleaned, left } = await cleanCopies([folder, copies], erasedIn(folder), NOW)
  expect([cleaned.toSorted(), left]).toEqual([[aside, day].toSorted(), []])
  expect(hits(folder)).toEqual([])
  expect(statSync(day).mode & 0o777).toBe(0o600)
  // Nothing more is to be done.
  expect(await cleanCopies([folder, copies], erasedIn(folder), NOW)).toEqual({ cleaned: [], left: [] })
  await store.close()
  expect(valueOf(await restoreRecord(folder, day, new Date())).check).toMatchObject({
    tickets: 2,
    faults: [],
  })
  expect(valueOf(await (await openStore(folder)).ticket('T-0001'))?.customer.name).toBe('Asha')
})

test('a copy that cannot be read is named, and the others are cleaned', async () => {
  const { folder, store, id, copies, day } = await withCopies()
  const rubbish = join(copies, 'rubbish.db')
  writeFileSync(rubbish, 'my-secret-words')
  await eraseHere(store, folder, id)
  const { cleaned, left } = await cleanCopies([copies], erasedIn(folder), NOW)
  expect([cleaned, left]).toEqual([[day], [{ file: rubbish, why: 'record.damaged' }]])
})

/** Spoils where a table begins in a record that nobody has open. */
const spoilTable = (file: string, table: string): void => {
  const raw = new Database(file, { readonly: true })
  const page = raw.pragma('page_size', { simple: true }) as number
  const root = raw
    .prepare<[string], number>('select rootpage from sqlite_master where name = ?')
    .pluck()
    .get(table)
  raw.close()
  const begin = ((root ?? 0) - 1) * page
  writeFileSync(file, readFileSync(file).fill(0, begin, begin + page))
}

test('nobody comes back with an older copy where the record’s history alone cannot be read', async () => {
  const { folder, store, id, day } = await withCopies()
  await eraseHere(store, folder, id)
  await store.close()
  rmSync(join(folder, 'benchside-erased.txt'))
  spoilTable(join(folder, RECORD_FILE), 'events')
  valueOf(await restoreRecord(folder, day, new Date()))
  expect(valueOf(await (await openStore(folder)).ticket('T-0002'))?.customer.name).toBe('')
  expect(erasedIn(folder)).toEqual(new Set([id]))
})

test.each(['with the list', 'without the list', 'with a record that cannot be read'])(
  'nobody comes back with an older copy: %s',
  async (how) => {
    const { folder, store, id } = await withCopies()
    const elsewhere = join(newFolder(), 'stick.db')
    valueOf(await copyRecord(join(folder, RECORD_FILE), elsewhere))
    await eraseHere(store, folder, id)
    await store.close()
    // The record itself says who was erased, too.
    if (how === 'without the list') rmSync(join(folder, 'benchside-erased.txt'))
    if (how === 'with a record that cannot be read') writeFileSync(join(folder, RECORD_FILE), 'rubbish')
    expect(valueOf(await restoreRecord(folder, elsewhere, new Date())).check).toMatchObject({ tickets: 2 })
    const again = await openStore(folder)
    expect(valueOf(await again.ticket('T-0002'))).toMatchObject({
      customer: { name: '', phone: '' },
      said: '',
    })
    await again.close()
    expect(readFileSync(join(folder, RECORD_FILE)).includes('Qamar')).toBe(false)
    expect(erasedIn(folder)).toEqual(new Set([id]))
  },
)

test('the list holds ids alone, one each, for its owner alone, and survives a line that was cut off', async () => {
  const folder = newFolder()
  expect(erasedIn(folder)).toEqual(new Set())
  valueOf(await listErased(folder, ['one', 'two', 'Qamar Zzyzx\n']))
  appendFileSync(join(folder, 'benchside-erased.txt'), 'thr\u0000')
  valueOf(await listErased(folder, ['two', 'four']))
  expect(erasedIn(folder)).toEqual(new Set(['one', 'two', 'four']))
  expect(statSync(join(folder, 'benchside-erased.txt')).mode & 0o777).toBe(0o600)
  expect((await listErased(join(folder, 'nowhere'), ['one'])).ok).toBe(false)
})

test('of two who turned out to be one, both are gone from a copy made before that', async () => {
  const { folder, store, id, copies } = await withCopies()
  const asha = valueOf(await store.ticket('T-0001'))?.customer.id ?? ''
  valueOf(await store.mergeCustomers({ into: asha, from: id, at: NOW, who: 'counter' }))
  const ids = valueOf(await store.idsOfPerson(id))
  expect(ids).toEqual([asha, id])
  valueOf(await listErased(folder, ids))
  valueOf(await store.eraseCustomer(id, NOW, 'counter'))
  await cleanCopies([folder, copies], erasedIn(folder), NOW)
  expect(hits(folder)).toEqual([])
})
