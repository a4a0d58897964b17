import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { done } from '../../../src/core/failure.ts'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { valueOf } from '../some-record.ts'

test('nobody else writes own knowledge between the look and the change', async () => {
  const at = '2026-11-23T10:00:00.000Z'
  const row = { id: 'own-a', body: { id: 'own-a' } }
  const folder = newFolder()
  const store = await openStore(folder)
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  raw.pragma('busy_timeout = 0')
  const meddle = (): void => void raw.exec(`insert into own_knowledge values ('own-x', 1, '{}', '${at}')`)
  const changed = await store.changeOwnKnowledge(at, () => {
    expect(meddle).toThrow(/locked/u)
    return done({ save: [row], remove: [] })
  })
  expect(valueOf(changed)).toMatchObject([row])
  expect(meddle).not.toThrow(/locked/u)
})
