import Database from 'better-sqlite3'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyName } from '../../../src/core/copies/copy-name.ts'
import { done } from '../../../src/core/failure.ts'
import { kindOf } from '../../../src/core/portable/lines.ts'
import { copyRecord } from '../../../src/storage/copy-record.ts'
import { cleanCopies } from '../../../src/storage/erase-listed.ts'
import { erasedIn, listErased } from '../../../src/storage/erased-list.ts'
import { openRecord, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { unhurried } from '../../../src/storage/pace.ts'
import { exportRecord, JSON_FILE } from '../../../src/storage/portable/export-record.ts'
import { importLine } from '../../../src/storage/portable/import-line.ts'
import { importRecord } from '../../../src/storage/portable/import-record.ts'
import { restoreRecord } from '../../../src/storage/restore-record.ts'
import type { Store } from '../../../src/storage/store.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

const AT = '2026-11-23T10:00:00.000Z'

/** Every file under the folder, byte by byte. */
const hits = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      return ['Zzyzx-hunter2', 'zzyzx'].filter((text) => bytes.includes(text)).map(() => entry.name)
    })

const withNote = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { id: ticket } = valueOf(await store.openTicket(intake({ customerName: 'Asha' })))
  const event = { at: AT, who: 'Meera', code: 'note', details: {} } as const
  for (const text of ['her password is Zzyzx-hunter2', 'call after six'])
    valueOf(await store.changeTicket(ticket, () => done({ event: { ...event, words: { text } } })))
  const [, first] = valueOf(await store.ticket(ticket))?.events ?? []
  return { folder, store, ticket, note: first?.id ?? '', record: join(folder, RECORD_FILE) }
}

const eraseHere = async (store: Store, folder: string, note: string): Promise<void> => {
  valueOf(await listErased(folder, valueOf(await store.idsOfNote(note))))
  valueOf(await store.eraseNote(note, AT, 'Asif'))
}

/** What the ticket's notes say, and that its history holds together. */
const left = async (folder: string, ticket: string): Promise<readonly (string | undefined)[]> => {
  const store = await openStore(folder)
  const events = valueOf(await store.ticket(ticket))?.events ?? []
  expect(events.filter(({ code }) => code === 'note-erased')).toHaveLength(1)
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
  await store.close()
  return events.filter(({ code }) => code === 'note').map(({ words }) => words?.['text'])
}

test('an erased note is in no byte of the folder, copies included, and the copies can still be put back', async () => {
  const { folder, store, ticket, note, record } = await withNote()
  const copies = join(folder, 'copies')
  const day = join(copies, copyName('day', AT))
  valueOf(await copyRecord(record, day))
  expect(new Set(hits(folder)).size).toBeGreaterThan(1)
  await eraseHere(store, folder, note)
  expect(await cleanCopies([folder, copies], erasedIn(folder), AT)).toEqual({ cleaned: [day], left: [] })
  expect(hits(folder)).toEqual([])
  expect(await cleanCopies([folder, copies], erasedIn(folder), AT)).toEqual({ cleaned: [], left: [] })
  // Nor in one that is made later.
  valueOf(await copyRecord(record, join(copies, copyName('day', '2026-11-24T10:00:00.000Z'))))
  expect(hits(folder)).toEqual([])
  await store.close()
  valueOf(await restoreRecord(folder, day, new Date()))
  expect(await left(folder, ticket)).toEqual([undefined, 'call after six'])
})

test.each(['with the list', 'without the list'])(
  'an erased note does not come back with an older copy: %s',
  async (how) => {
    const { folder, store, ticket, note, record } = await withNote()
    const elsewhere = join(newFolder(), 'stick.db')
    valueOf(await copyRecord(record, elsewhere))
    await eraseHere(store, folder, note)
    await store.close()
    // The history of the record itself says what was erased, too.
    if (how === 'without the list') rmSync(join(folder, 'benchside-erased.txt'))
    valueOf(await restoreRecord(folder, elsewhere, new Date()))
    expect(await left(folder, ticket)).toEqual([undefined, 'call after six'])
    expect(hits(folder)).toEqual([])
    expect(erasedIn(folder)).toEqual(new Set([note]))
  },
)

test('a note that was only typed when a copy was made is in no copy, nor does it come back with an older one', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { id: ticket } = valueOf(await store.openTicket(intake({ customerName: 'Asha' })))
  const record = join(folder, RECORD_FILE)
  const typed = { [`${ticket} note `]: { text: 'her password is Zzyzx-hunter2' } }
  valueOf(await store.saveDraft('typing', JSON.stringify(typed)))
  valueOf(await store.saveDraft('new-ticket', JSON.stringify({ customerName: 'Qamar Zzyzx-hunter2' })))
  valueOf(await store.saveDraft('own-knowledge', '{"forms":[]}'))
  const elsewhere = newFolder()
  const day = join(elsewhere, copyName('day', AT))
  valueOf(await copyRecord(record, day))
  expect(hits(elsewhere)).toEqual([])
  // One that an older version made holds them.
  const [older, again] = [join(elsewhere, 'older.db'), join(newFolder(), 'again.db')]
  const source = new Database(record, { readonly: true })
  for (const file of [older, again]) await source.backup(file)
  source.close()
  expect(hits(elsewhere)).toContain('older.db')
  expect(await cleanCopies([elsewhere], new Set(['a-note']), AT)).toEqual({ cleaned: [older], left: [] })
  expect(hits(elsewhere)).toEqual([])
  expect(await cleanCopies([elsewhere], new Set(['a-note']), AT)).toEqual({ cleaned: [], left: [] })
  // What is typed here stays.
  expect(valueOf(await store.draft('typing'))).toBe(JSON.stringify(typed))
  await store.close()
  const there = newFolder()
  valueOf(await restoreRecord(there, again, new Date()))
  expect(hits(there)).toEqual([])
  const restored = await openStore(there)
  expect(valueOf(await restored.draft('own-knowledge'))).toBe('{"forms":[]}')
  expect(valueOf(await restored.check())).toMatchObject({ brokenAt: null, faults: [] })
})

const exported = async (record: string): Promise<string> => {
  const to = newFolder()
  valueOf(await exportRecord(record, join(to, 'all'), AT, unhurried))
  return join(to, 'all', JSON_FILE)
}

const bring = async (folder: string, file: string): Promise<void> => {
  valueOf(await importRecord({ record: join(folder, RECORD_FILE), file, dryRun: false, at: AT }))
}

test('an erased note does not come back with a file, not even into a record that was lost', async () => {
  const { store, ticket, note, record } = await withNote()
  const file = await exported(record)
  await store.close()
  const there = newFolder()
  const empty = await openStore(there)
  valueOf(await listErased(there, [note]))
  await bring(there, file)
  await empty.close()
  expect(await left(there, ticket)).toEqual([undefined, 'call after six'])
  expect(hits(there)).toEqual([])
})

test('the history is whole after each line of an import: a power cut may come before its end', async () => {
  const { note, record, store } = await withNote()
  const file = await exported(record)
  await store.close()
  const there = newFolder()
  const { db, store: other } = valueOf(await openRecord(join(there, RECORD_FILE)))
  const landing = {
    at: AT,
    isErased: () => false,
    isErasedNote: (id: string) => id === note,
    notesWereErased: () => undefined,
  }
  for (const line of JSON.parse(readFileSync(file, 'utf8')) as readonly object[]) {
    const kind = kindOf(line)
    if (kind === null || kind === 'start' || kind === 'end') continue
    const landed = await db.transaction().execute((each) => importLine(each, kind, line, landing))
    expect(landed).toEqual({ how: 'added' })
    expect(valueOf(await other.check())).toMatchObject({ brokenAt: null, faults: [] })
  }
  await other.close()
  expect(hits(there)).toEqual([])
})

test('a note that was erased where a file comes from is erased here too', async () => {
  const { folder, store, ticket, note, record } = await withNote()
  const there = newFolder()
  const other = await openStore(there)
  await bring(there, await exported(record))
  expect(hits(there).length).toBeGreaterThan(0)
  await eraseHere(store, folder, note)
  await bring(there, await exported(record))
  await store.close()
  await other.close()
  expect(await left(there, ticket)).toEqual([undefined, 'call after six'])
  expect(hits(there)).toEqual([])
  expect(erasedIn(there)).toEqual(new Set([note]))
})
