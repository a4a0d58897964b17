import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeKnowledge } from '../../../../src/core/knowledge/own/merge-knowledge.ts'
import { sayOwnFaults } from '../../../../src/core/knowledge/own/own-fault.ts'
import { readOwnFile, writeOwnFile } from '../../../../src/core/knowledge/own/own-file.ts'
import { SHIPPED } from '../../../../src/core/knowledge/shipped.ts'
import { isMessageKey, speak } from '../../../../src/core/words/index.ts'
import { fix, message, OWN } from './some-own.ts'

const file = (records: unknown, more: object = {}): string =>
  JSON.stringify({ kind: 'benchside-own-knowledge', schema: 1, records, ...more })

test('what was written is read again', () => {
  expect(readOwnFile(writeOwnFile(OWN, '1'))).toEqual({ unusable: null, records: OWN, faults: [] })
})

test.each([
  ['not JSON', 'hello', 'file-json'],
  ['a number', '5', 'file-kind'],
  ['a recording', '{"schema":1,"sections":[]}', 'file-kind'],
  ['no records', file(null), 'file-kind'],
  ['a newer one', file([], { schema: 2 }), 'file-newer'],
  ['a thousand records', file(Array.from({ length: 1000 }, () => message)), 'too-many'],
  ['megabytes', ' '.repeat(5_000_000), 'file-large'],
])('%s is no file of ours', (_, text, code) => {
  const { unusable, records } = readOwnFile(text)
  expect([unusable?.code, records]).toEqual([code, []])
})

test.each([
  ['another kind', { ...message, kind: 'advice' }, /“Dual apps space is full”: It is neither/u],
  ['a shipped id', { ...message, id: 'clock-wrong' }, /begin with own-/u],
  ['an unknown field', { ...message, endsOnlyIn: 'x' }, /nobody knows here: endsOnlyIn/u],
  ['a certain fix', { ...fix, helps: [{ cause: 'clock-wrong', chance: 1 }] }, /between 5 and 95/u],
  ['a fix of no time', { ...fix, minutes: 0 }, /how many minutes/u],
  ['no title', { ...message, title: ' ' }, /own-dual-apps-message: Words are missing/u],
  ['nothing', null, /#1: It is neither/u],
])('%s is refused with words', (_, record, words) => {
  const { records, faults } = readOwnFile(file([record]))
  expect(records).toEqual([])
  expect(sayOwnFaults(faults, speak('en'))).toMatch(words)
  for (const { code } of faults) expect(isMessageKey(`own.fault.${code}`)).toBe(true)
})

test('text out of a file steers nothing', () => {
  const [read] = readOwnFile(file([{ ...message, title: 'a\u202eb\u001b[31mc\nd' }])).records
  expect(read?.title).toBe('abc d')
})

test('rubbish never throws, and what it says is bounded', () => {
  const value = fc.anything({ maxDepth: 3 })
  const record = fc.oneof(
    value,
    fc.record({ kind: fc.constantFrom('message', 'cause', 'fix'), id: value, title: value, helps: value }),
    fc
      .tuple(fc.constantFrom(...OWN), fc.string(), value)
      .map(([own, key, spoilt]) => ({ ...own, [key]: spoilt })),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(record).map((each) => file(each)),
      ),
      (text) => {
        const { records, faults } = readOwnFile(text)
        expect(sayOwnFaults(faults, speak('en')).length).toBeLessThan(20_000)
        expect(mergeKnowledge(SHIPPED, records).knowledge.causes.length).toBeGreaterThan(0)
      },
    ),
  )
})
