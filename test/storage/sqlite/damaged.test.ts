import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteStore, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder } from '../open-for-test.ts'

test('a record that is something else is called damaged, and kept', async () => {
  const folder = newFolder()
  const file = join(folder, RECORD_FILE)
  const rubbish = Buffer.alloc(8192, 'rubbish')
  writeFileSync(file, rubbish)
  const opened = await openSqliteStore(folder)
  expect(opened.ok ? 'opened' : opened.failure.code).toBe('record.damaged')
  expect(readFileSync(file).equals(rubbish)).toBe(true)
})
