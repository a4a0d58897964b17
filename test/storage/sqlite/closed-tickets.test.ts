import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from '../open-for-test.ts'

test('the newest closed tickets are found without reading the whole record', async () => {
  const folder = newFolder()
  await openStore(folder)
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  // Asked at every start and after every closing.
  const plan = raw
    .prepare(
      `explain query plan select id from tickets where closed_at >= '' and training = 0
       order by closed_at desc, sequence desc limit 500`,
    )
    .all()
  expect(JSON.stringify(plan)).toContain('tickets_closed')
  expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE')
})
