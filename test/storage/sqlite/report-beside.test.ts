import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inWorker } from '../../../src/storage/long-work/in-worker.ts'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

test('a report is counted in a thread of its own too', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.openTicket(intake()))
  const query = { from: null, to: null, now: '2026-11-23T12:00:00.000Z' }
  const work = inWorker(new URL('../../../src/storage/long-work/worker.ts', import.meta.url))
  const counted = valueOf(await work('report', { ...query, file: join(folder, RECORD_FILE) }))
  expect(counted.open.find(({ state }) => state === 'diagnosing')).toMatchObject({ tickets: 1 })
  expect(counted).toEqual(valueOf(await store.report(query)))
})
