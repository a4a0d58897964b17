import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, emptyDraft, ownIdFor, recordIn } from '../../../../src/core/knowledge/own/own-draft.ts'
import { OWN_KINDS } from '../../../../src/core/knowledge/own/own-kinds.ts'
import { readOwnRecord } from '../../../../src/core/knowledge/own/read-own.ts'
import { EVERY_OWN, fix } from './some-own.ts'

test.each(EVERY_OWN)('$kind: the form of a record makes the same record again', (record) => {
  expect(readOwnRecord(recordIn(draftOf(record), record.id), '')).toEqual({ ok: true, record })
})

test('whatever is typed as a name gives an id that may stand in a record', () => {
  assert(
    property(constantFrom(...OWN_KINDS), string(), (kind, title) => {
      const id = ownIdFor({ ...emptyDraft(kind), title }, new Set())
      const record = EVERY_OWN.find((each) => each.kind === kind)
      expect(readOwnRecord({ ...record, id }, '').ok).toBe(true)
    }),
  )
})

test('an id says what it is, and is given once', () => {
  const named = (title: string, taken: readonly string[] = []) =>
    ownIdFor({ ...emptyDraft('cause'), title }, new Set(taken))
  expect(named('Dual apps fill the space!')).toBe('own-dual-apps-fill-the-space')
  expect(named('Двойное пространство')).toBe('own-cause')
  expect(named('Full', ['own-full', 'own-full-2'])).toBe('own-full-3')
})

test('minutes are a number as people write it, or a fault', () => {
  const minutes = (typed: string): unknown => {
    const read = readOwnRecord(recordIn({ ...draftOf(fix), minutes: typed }, fix.id), '')
    if (!read.ok) return read.faults.map(({ field, code }) => [field, code])
    return read.record.kind === 'fix' ? read.record.minutes : null
  }
  expect(minutes(' 3,5 ')).toBe(3.5)
  for (const wrong of ['', 'six', '1e2', '-3', '0', '999'])
    expect(minutes(wrong)).toEqual([['minutes', 'minutes']])
})

test('a caution that was typed is no part of a fix without a risk', () => {
  expect(recordIn({ ...draftOf(fix), risk: 'none' }, fix.id)).toMatchObject({ caution: '' })
})
