import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/storage/migrations/index.ts'
import { RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from './open-for-test.ts'

test('a migration that was shipped makes what it always made', async () => {
  const folder = newFolder()
  await (await openStore(folder)).close()
  const raw = new Database(join(folder, RECORD_FILE))
  const made = raw
    .prepare('select sql from sqlite_master where sql is not null order by type desc, name')
    .pluck()
    .all()
  const names = raw.prepare('select name from migrations order by name').pluck().all()
  raw.close()
  expect(names).toEqual(MIGRATIONS.map(({ name }) => name))
  // Never update this: shops have records that were made so. What has to change is a new migration, with a test of its own.
  await expect(`${made.join(';\n')};\n`).toMatchFileSnapshot('schema-0010.sql')
})
