import { expect, test } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { valueOf } from './some-record.ts'

const at = '2026-11-23T10:00:00.000Z'
const row = (id: string, title = id) => ({ id, body: { id, title }, savedAt: at })
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
  ).rejects.toThrow(/not[- ]null/iu)
  expect(valueOf(await store.ownKnowledge())).toEqual([row('own-a'), row('own-b')])
  const left = await store.changeOwnKnowledge(at, () => done({ save: [], remove: ['own-a'] }))
  expect(valueOf(left)).toEqual([row('own-b')])
})

test('of changes that come at once, each sees what the one before has written', async () => {
  const store = await openStore()
  const seen: number[] = []
  const change = async (index: number): Promise<void> => {
    const changed = await store.changeOwnKnowledge(at, (rows) => {
      seen.push(rows.length)
      return done({ save: [row(`own-${String(index)}`)], remove: [] })
    })
    valueOf(changed)
  }
  await Promise.all(Array.from({ length: 20 }, async (_, index) => change(index)))
  expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index))
})

test('a body that was spoilt from outside is a row without a record', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.changeOwnKnowledge(at, adding(row('own-a'), row('own-b'))))
  await engine.byHand(folder, `update own_knowledge set body = '{' where id = 'own-a'`)
  expect(valueOf(await store.ownKnowledge())).toEqual([{ ...row('own-a'), body: null }, row('own-b')])
})
