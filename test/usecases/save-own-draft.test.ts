import { expect, test } from 'vitest'
import { draftOf, emptyDraft } from '../../src/core/knowledge/own/own-draft.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { speak } from '../../src/core/words/index.ts'
import { loadOwnDrafts, saveOwnDrafts } from '../../src/usecases/keep-own-drafts.ts'
import { ownKnowledge } from '../../src/usecases/own-knowledge.ts'
import { saveOwnDraft } from '../../src/usecases/save-own-draft.ts'
import { cause, fix, message, OWN } from '../core/knowledge/own/some-own.ts'
import { valueOf } from '../storage/some-record.ts'
import { fakeStore } from './fakes.ts'

const say = speak('en')
const begin = async () => {
  const { store } = fakeStore()
  let told = 0
  const own = await ownKnowledge(store, SHIPPED, say, () => {
    told += 1
  })
  return { store, own, told: () => told }
}

test('a new record gets an id of its own, also beside one that was removed', async () => {
  const { own, told } = await begin()
  const form = { ...draftOf(message), id: null }
  const first = valueOf(await saveOwnDraft(own, form, say))
  expect(first).toEqual({ id: 'own-dual-apps-space-is-full', faults: [] })
  valueOf(await own.remove(first.id))
  expect(own.former()).toEqual([{ id: first.id, title: message.title }])
  expect(valueOf(await saveOwnDraft(own, form, say)).id).toBe('own-dual-apps-space-is-full-2')
  expect(told()).toBe(3)
})

test('what is wrong is said for each field, in words', async () => {
  const { own } = await begin()
  const { faults } = valueOf(await saveOwnDraft(own, emptyDraft('fix'), say))
  expect(faults.map(({ field }) => field)).toEqual(['title', 'steps', 'minutes', 'helps'])
  expect(faults[2]?.words).toBe('Write how many minutes it takes, from 1 to 300.')
  expect(own.records()).toEqual([])
})

test('a change that breaks another record names that one', async () => {
  const { own } = await begin()
  for (const record of OWN) valueOf(await own.save(record))
  const { faults } = valueOf(await saveOwnDraft(own, { ...draftOf(message), id: cause.id }, say))
  expect(faults).toEqual([{ field: '', words: `${fix.title}: There is no cause “${cause.id}”.` }])
})

test('who holds the knowledge is told of what another program has written, and once', async () => {
  const { store, own, told } = await begin()
  const other = await ownKnowledge(store, SHIPPED, say)
  for (const record of OWN) valueOf(await other.save(record))
  expect(told()).toBe(0)
  valueOf(await own.refresh())
  valueOf(await own.refresh())
  expect([told(), own.records().length]).toEqual([1, 3])
})

test('a message is younger than what was said before it was written', async () => {
  const { store, own } = await begin()
  for (const record of OWN) valueOf(await own.save(record))
  expect(own.messagesSince('2020-01-01T00:00:00.000Z')).toEqual([message.id])
  expect(own.messagesSince('2999-01-01T00:00:00.000Z')).toEqual([])
  const again = await ownKnowledge(store, SHIPPED, say)
  expect(again.messagesSince('2020-01-01T00:00:00.000Z')).toEqual([message.id])
})

test('forms that were begun are kept, and none of them leaves nothing behind', async () => {
  const { store } = await begin()
  const forms = [emptyDraft('cause'), draftOf(fix)]
  valueOf(await saveOwnDrafts(store, forms))
  expect(valueOf(await loadOwnDrafts(store))).toEqual(forms)
  valueOf(await saveOwnDrafts(store, []))
  expect(valueOf(await loadOwnDrafts(store))).toEqual([])
})
