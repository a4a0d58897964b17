import { expect, test } from 'vitest'
import { writeOwnFile } from '../../src/core/knowledge/own/own-file.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { speak } from '../../src/core/words/index.ts'
import { ownKnowledge } from '../../src/usecases/own-knowledge.ts'
import { cause, fix, message, OWN } from '../core/knowledge/own/some-own.ts'
import { valueOf } from '../storage/some-record.ts'
import { fakeStore } from './fakes.ts'

const say = speak('en')
const begin = async () => {
  const { store } = fakeStore()
  return { store, own: await ownKnowledge(store, SHIPPED, say) }
}
const plain = { name: 'file.json', replace: false, dryRun: false }

test('a record that is saved is known at once, and after the next start', async () => {
  const { store, own } = await begin()
  expect(own.knowledge()).toBe(SHIPPED)
  for (const record of OWN) expect(valueOf(await own.save(record))).toEqual([])
  expect(own.knowledge().causes.at(-1)?.id).toBe(cause.id)
  expect((await ownKnowledge(store, SHIPPED, say)).records()).toEqual(OWN)
})

test('a faulty record is not saved, and its fields are named', async () => {
  const { store, own } = await begin()
  expect(valueOf(await own.save(fix))).toMatchObject([{ field: 'helps', code: 'no-cause' }])
  expect(valueOf(await own.save({ ...message, title: '' }))).toMatchObject([{ field: 'title' }])
  expect(valueOf(await store.ownKnowledge())).toEqual([])
})

test('a change that breaks another record is refused', async () => {
  const { own } = await begin()
  valueOf(await own.importText(writeOwnFile(OWN, ''), plain))
  expect(valueOf(await own.save({ ...message, id: cause.id }))).toMatchObject([{ id: fix.id }])
  expect(own.records()).toEqual(OWN)
})

test('what others rest on is not removed before them', async () => {
  const { own } = await begin()
  valueOf(await own.importText(writeOwnFile(OWN, ''), plain))
  expect(await own.remove(message.id)).toMatchObject({ failure: { code: 'knowledge.own-used' } })
  expect(await own.remove('clock-wrong')).toMatchObject({ failure: { code: 'knowledge.own-none' } })
  for (const { id } of OWN.toReversed()) valueOf(await own.remove(id))
  expect(own.knowledge()).toBe(SHIPPED)
})

test('an import is all or nothing', async () => {
  const { own } = await begin()
  const spoilt = writeOwnFile(
    [message, cause, { ...fix, helps: [{ cause: 'locked-to-owner', chance: 0.5 }] }],
    '',
  )
  const answer = await own.importText(spoilt, plain)
  expect(answer).toMatchObject({ failure: { code: 'knowledge.own-faulty' } })
  expect(answer.ok ? '' : say(`failure.${answer.failure.code}`, answer.failure.details)).toMatch(
    /Empty the dual apps: .*proof of purchase/u,
  )
  expect(own.records()).toEqual([])
  expect(await own.importText('{}', plain)).toMatchObject({ failure: { code: 'knowledge.file-unusable' } })
})

test('a trial says what would come and changes nothing', async () => {
  const { own } = await begin()
  const titles = OWN.map(({ title }) => title)
  const trial = await own.importText(writeOwnFile(OWN, ''), { ...plain, dryRun: true })
  expect(valueOf(trial)).toEqual({ added: titles, changed: [], same: [] })
  expect(own.records()).toEqual([])
})

test('an import takes the place of what reads otherwise only when told to', async () => {
  const { own } = await begin()
  valueOf(await own.save(message))
  const here = { ...message, title: 'Ours' }
  valueOf(await own.save(here))
  const file = writeOwnFile(OWN, '')
  expect(await own.importText(file, plain)).toMatchObject({ failure: { code: 'knowledge.own-other' } })
  expect(own.records()).toEqual([here])
  const report = await own.importText(file, { ...plain, replace: true })
  expect(valueOf(report)).toEqual({ added: [cause.title, fix.title], changed: [message.title], same: [] })
  expect(valueOf(await own.importText(own.exported(), plain)).same).toHaveLength(3)
})

test('records that this version cannot use are kept, said and handed on', async () => {
  const { store, own } = await begin()
  valueOf(await own.importText(writeOwnFile(OWN, ''), plain))
  const older = { ...SHIPPED, symptoms: SHIPPED.symptoms.filter(({ id }) => id !== 'sign-in-loop') }
  const now = await ownKnowledge(store, older, say)
  expect(now.records()).toEqual([message])
  expect(now.faults().map(({ id }) => id)).toEqual([cause.id, fix.id])
  expect(now.exported()).toContain(fix.id)
  expect(valueOf(await now.save({ ...message, title: 'Still works' }))).toEqual([])
})

test('a store that cannot be read keeps nobody from the shipped knowledge', async () => {
  const { store } = fakeStore({
    ownKnowledge: () => Promise.resolve({ ok: false, failure: { code: 'record.damaged', details: {} } }),
  })
  expect((await ownKnowledge(store, SHIPPED, say)).knowledge()).toBe(SHIPPED)
})
