import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyName } from '../../../src/core/copies/copy-name.ts'
import { listCopies, removeCopy, thinCopies } from '../../../src/storage/copies.ts'
import { copyRecord } from '../../../src/storage/copy-record.ts'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`

test('the copies are listed with when they are of and how much they hold; what cannot be read says so', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const place = join(folder, 'copies')
  const record = join(folder, RECORD_FILE)
  for (const day of [1, 2]) {
    valueOf(await store.openTicket(intake()))
    valueOf(await copyRecord(record, join(place, copyName('day', at(day)))))
  }
  writeFileSync(join(place, 'rubbish.db'), 'hello')
  writeFileSync(join(place, 'notes.txt'), 'hello')
  mkdirSync(join(place, 'folder.db'))
  const found = await listCopies([place, place, folder, '/nonexistent'])
  expect(found.map(({ name, kind, tickets, version }) => [name, kind, tickets, version])).toEqual(
    expect.arrayContaining([
      ['rubbish.db', 'named', null, null],
      [copyName('day', at(2)), 'day', 2, 'this'],
      [copyName('day', at(1)), 'day', 1, 'this'],
    ]),
  )
  expect(found.filter(({ kind }) => kind === 'day').map((copy) => copy.at)).toEqual([at(2), at(1)])
  expect(found.some(({ file }) => file === record)).toBe(false)
  valueOf(await removeCopy(join(place, copyName('day', at(1)))))
  expect(readdirSync(place)).not.toContain(copyName('day', at(1)))
})

test('too many copies of days go, and what is left of some that were cut short; nobody else’s file does', () => {
  const folder = newFolder()
  const days = Array.from({ length: 20 }, (_, day) => copyName('day', at(day + 1)))
  const others = ['mine.db', 'notes.txt', copyName('restore', at(1)), copyName('damaged', at(1))]
  const rests = [`${copyName('day', at(1))}.part`, `${copyName('day', at(1))}.part-wal`]
  for (const name of [...days, ...others, ...rests]) writeFileSync(join(folder, name), '')
  thinCopies(folder, 5)
  const kept = [...days.slice(-6), ...others]
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted())
})
