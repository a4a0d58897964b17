import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyRecord } from '../../../src/storage/copy-record.ts'
import { openRecord, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { engine, newFolder, openStore } from '../open-for-test.ts'
import { personIn, plant } from '../planted-person.ts'
import { valueOf } from '../some-record.ts'

test('an erased person is in no byte of a copy that is made later', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer } = await plant(store)
  valueOf(await store.eraseCustomer(customer, 'now', 'counter'))
  const copies = newFolder()
  valueOf(await copyRecord(join(folder, RECORD_FILE), join(copies, 'copy.db')))
  expect(personIn(readdirSync(copies).map((name) => [name, readFileSync(join(copies, name))]))).toEqual([])
})

test('whoever reads the record meanwhile keeps the erased in its log, and that is said', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer } = await plant(store)
  const reader = valueOf(await openRecord(join(folder, RECORD_FILE)))
  const rows = reader.database.prepare('select 1 from tickets').iterate()
  rows.next()
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({ isInLog: true })
  rows.return?.()
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({ isInLog: false })
  expect(personIn(await engine.contents(folder))).toEqual([])
  await reader.store.close()
}, 30_000)
