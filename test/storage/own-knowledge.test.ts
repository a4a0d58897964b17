import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import { RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from './open-for-test.ts'
import { valueOf } from './some-record.ts'

const at = '2026-11-23T10:00:00.000Z'
const row = (id: string, title = id) => ({ id, body: { id, title } })
const adding =
  (...save: ReturnType<typeof row>[]) =>
  () =>
    done({ save, remove: [] })

test('own records are on the disk when they are answered, in the order they were written', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.changeOwnKnowledge(at, adding(row('own-b'), row('own-a'))))
  valueOf(await store.changeOwnKnowledge(at, adding(row('own-c'), row('own-b', 'changed'))))
  await store.close()
  const rows = valueOf(await (await openStore(folder)).ownKnowledge())
  expect(rows).toEqual([row('own-b', 'changed'), row('own-a'), row('own-c')])
})

test('a change sees what is there, and is made whole or not at all', async () => {
  const store = await openStore()
  valueOf(await store.changeOwnKnowledge(at, adding(row('own-a'), row('own-b'))))
  const refused = await store.changeOwnKnowledge(at, (rows) =>
    failed('knowledge.own-none', { id: rows[0]?.id ?? '' }),
  )
  expect(refused).toEqual(failed('knowledge.own-none', { id: 'own-a' }))
  const unwritable = { id: 'own-c', body: { toJSON: () => undefined } }
  await expect(
    store.changeOwnKnowledge(at, () => done({ save: [row('own-d'), unwritable], remove: ['own-a'] })),
  ).rejects.toThrow(/NOT NULL/u)
  expect(valueOf(await store.ownKnowledge())).toEqual([row('own-a'), row('own-b')])
  const left = await store.changeOwnKnowledge(at, () => done({ save: [], remove: ['own-a'] }))
  expect(valueOf(left)).toEqual([row('own-b')])
})

test('nobody else writes between the look and the change', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  raw.pragma('busy_timeout = 0')
  const meddle = (): void => void raw.exec(`insert into own_knowledge values ('own-x', 1, '{}', '${at}')`)
  const changed = await store.changeOwnKnowledge(at, () => {
    expect(meddle).toThrow(/locked/u)
    return done({ save: [row('own-a')], remove: [] })
  })
  expect(valueOf(changed)).toEqual([row('own-a')])
  expect(meddle).not.toThrow(/locked/u)
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      store.changeOwnKnowledge(at, adding(row(`own-${String(index)}`))).then(valueOf),
    ),
  )
  expect(valueOf(await store.ownKnowledge())).toHaveLength(22)
})

test('a body that was spoilt from outside is a row without a record', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.changeOwnKnowledge(at, adding(row('own-a'), row('own-b'))))
  const raw = new Database(join(folder, RECORD_FILE))
  onTestFinished(() => void raw.close())
  raw.exec(`update own_knowledge set body = '{' where id = 'own-a'`)
  expect(valueOf(await store.ownKnowledge())).toEqual([{ id: 'own-a', body: null }, row('own-b')])
})
