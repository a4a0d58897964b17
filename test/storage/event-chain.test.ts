import { expect, test } from 'vitest'
import type { RecordCheck, Store } from '../../src/storage/store.ts'
import { engine, newFolder, openStore, startCounter } from './open-for-test.ts'
import { attempted, intake, valueOf } from './some-record.ts'

const write = async (store: Store): Promise<void> => {
  for (let made = 0; made < 3; made += 1) {
    const { id } = valueOf(await store.openTicket(intake()))
    valueOf(await store.changeTicket(id, () => attempted('failed')))
    valueOf(await store.changeTicket(id, () => attempted('worked')))
  }
}

const checked = async (store: Store): Promise<RecordCheck> => valueOf(await store.check())

test('a record that nobody changed is as it was written', async () => {
  const store = await openStore()
  expect(await checked(store)).toEqual({ tickets: 0, events: 0, brokenAt: null, faults: [] })
  await write(store)
  expect(await checked(store)).toEqual({ tickets: 3, events: 9, brokenAt: null, faults: [] })
  expect(valueOf(await store.historyLength())).toBe(9)
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
  await engine.byHand(folder, change)
  const { events, brokenAt } = await checked(store)
  expect(events).toBe(until)
  expect(brokenAt).not.toBeNull()
})

test.runIf(engine.takesPrograms)('two counters at once make one chain', async () => {
  const folder = newFolder()
  const address = await engine.addressOf(folder)
  await Promise.all(
    [1, 2].map(async () => {
      const { lines } = startCounter(address, 20)
      for await (const line of lines) expect(line).not.toContain('failure')
    }),
  )
  expect(await checked(await openStore(folder))).toMatchObject({ events: 120, brokenAt: null })
})

test('a row without what it belongs to is found', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  await write(store)
  await engine.byHand(folder, 'delete from customers')
  expect((await checked(store)).faults.length).toBeGreaterThan(0)
})
