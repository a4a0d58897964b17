import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { eventHash, type ChainedEvent } from '../../../src/storage/event-chain.ts'
import { openRecord, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder } from '../open-for-test.ts'
import { attempted, intake, valueOf } from '../some-record.ts'

test('what another counter writes while the record is looked through is not called a missing end', async () => {
  const folder = newFolder()
  const { store, database } = valueOf(await openRecord(join(folder, RECORD_FILE)))
  onTestFinished(() => store.close())
  for (let made = 0; made < 3; made += 1) {
    const { id } = valueOf(await store.openTicket(intake()))
    valueOf(await store.changeTicket(id, () => attempted('failed')))
    valueOf(await store.changeTicket(id, () => attempted('worked')))
  }
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
  expect(valueOf(await store.check())).toMatchObject({ events: 9, brokenAt: null })
  expect(valueOf(await store.check())).toMatchObject({ events: 10, brokenAt: null })
})
