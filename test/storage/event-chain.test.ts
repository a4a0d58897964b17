import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { eventHash, type ChainedEvent } from '../../src/storage/event-chain.ts'
import { openRecord, RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import type { RecordCheck, Store } from '../../src/storage/store.ts'
import { newFolder, openStore, startCounter } from './open-for-test.ts'
import { attempted, intake, valueOf } from './some-record.ts'

const write = async (store: Store): Promise<void> => {
  for (let made = 0; made < 3; made += 1) {
    const { id } = valueOf(await store.openTicket(intake()))
    valueOf(await store.changeTicket(id, () => attempted('failed')))
    valueOf(await store.changeTicket(id, () => attempted('worked')))
  }
}

const byHand = (folder: string, change: string): void => {
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  raw.pragma('foreign_keys = OFF')
  raw.exec(change)
}

const checked = async (store: Store): Promise<RecordCheck> => valueOf(await store.check())

test('a record that nobody changed is as it was written', async () => {
  const store = await openStore()
  expect(await checked(store)).toEqual({ tickets: 0, events: 0, brokenAt: null, faults: [] })
  await write(store)
  expect(await checked(store)).toEqual({ tickets: 3, events: 9, brokenAt: null, faults: [] })
})

test.each([
  ['an event that says something else', "update events set details = '{}' where link = 5", 4],
  ['another time', "update events set at = '2020-01-01T00:00:00.000Z' where link = 5", 4],
  ['another person', "update events set who = 'nobody' where link = 9", 8],
  ['an event taken out', 'delete from events where link = 5', 4],
  ['the last one taken out', 'delete from events where link = 9', 8],
  [
    'an event put in',
    "insert into events select 'x', ticket_id, 99, at, who, code, details, 10, hash from events where link = 9",
    9,
  ],
  [
    'one put in outside the chain',
    "insert into events select 'x', ticket_id, 99, at, who, code, details, null, '' from events where link = 9",
    0,
  ],
  [
    'two that changed places',
    'update events set link = 100 where link = 5; update events set link = 5 where link = 6; update events set link = 6 where link = 100',
    4,
  ],
  ['a fingerprint made anew', "update events set who = 'nobody', hash = 'abc' where link = 5", 4],
])('%s is found', async (_, change, until) => {
  const folder = newFolder()
  const store = await openStore(folder)
  await write(store)
  byHand(folder, change)
  const { events, brokenAt } = await checked(store)
  expect(events).toBe(until)
  expect(brokenAt).not.toBeNull()
})

test('two counters at once make one chain', async () => {
  const folder = newFolder()
  await Promise.all(
    [1, 2].map(async () => {
      const { lines } = startCounter(folder, 20)
      for await (const line of lines) expect(line).not.toContain('failure')
    }),
  )
  expect(await checked(await openStore(folder))).toMatchObject({ events: 120, brokenAt: null })
})

test('a row without what it belongs to is found', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  await write(store)
  byHand(folder, 'delete from customers')
  expect((await checked(store)).faults.length).toBeGreaterThan(0)
})

test('what another counter writes while the record is looked through is not called a missing end', async () => {
  const folder = newFolder()
  const { store, database } = valueOf(await openRecord(join(folder, RECORD_FILE)))
  onTestFinished(() => store.close())
  await write(store)
  const before = 'select * from events where link = 9'
  const [raw, last] = [
    new Database(join(folder, RECORD_FILE)),
    database.prepare(before).get() as ChainedEvent & { hash: string },
  ]
  const added = { ...last, id: 'added', position: 99 }
  const prepare = database.prepare.bind(database)
  database.prepare = (query: string) => {
    if (query.includes('from "chains"') && raw.open) {
      const hash = eventHash(last.hash, added)
      raw
        .prepare(
          'insert into events values (@id, @ticket_id, @position, @at, @who, @code, @details, 10, @hash)',
        )
        .run({ ...added, hash })
      raw.prepare('update chains set links = 10, hash = ?').run(hash)
      raw.close()
    }
    return prepare(query) as never
  }
  expect(await checked(store)).toMatchObject({ events: 9, brokenAt: null })
  expect(await checked(store)).toMatchObject({ events: 10, brokenAt: null })
})
