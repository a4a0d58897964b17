import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import type { Pace } from '../../../src/storage/pace.ts'
import { piecesOf } from '../../../src/storage/portable/file-pieces.ts'
import { importRecord } from '../../../src/storage/portable/import-record.ts'
import { linesOf } from '../../../src/storage/portable/read-lines.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { valueOf } from '../some-record.ts'

const AT = '2026-11-23T12:00:00.000Z'
const CUSTOMERS = 3

const customer = (number: number): string =>
  JSON.stringify({
    customer: {
      id: `customer-${String(number)}`,
      name: `Asha ${String(number)}`,
      phone: '',
      created_at: AT,
      revision: 1,
    },
  })

const someFile = (folder: string): string => {
  const start = JSON.stringify({ benchside: 'record', format: 1, migrations: [], madeAt: AT })
  // Each in another piece of the file.
  const gap = ' '.repeat(1_200_000)
  const customers = Array.from({ length: CUSTOMERS }, (_, number) => `${customer(number)},\n${gap}`)
  const file = join(folder, 'record.json')
  writeFileSync(file, `[${start},\n${customers.join('\n')}\n{"end":{}}]\n`)
  return file
}

const tried = async () => {
  const folder = newFolder()
  await openStore(folder)
  const file = someFile(folder)
  const record = join(folder, RECORD_FILE)
  const { marks, counts } = valueOf(await importRecord({ record, file, dryRun: true, at: AT }))
  expect(counts).toMatchObject({ added: CUSTOMERS, faulty: 0 })
  expect(marks.length).toBeGreaterThan(2)
  const bring = (pace?: Pace) => importRecord({ record, file, dryRun: false, at: AT, tried: marks }, pace)
  const nameOf = (number: number): string => {
    const raw = new Database(record, { readonly: true })
    const query = raw.prepare<[string], string>('select name from customers where id = ?').pluck()
    const name = query.get(`customer-${String(number)}`) ?? 'none'
    raw.close()
    return name
  }
  return { file, bring, nameOf }
}

const LAST = CUSTOMERS - 1
const changeLast = (file: string): void => {
  writeFileSync(file, readFileSync(file, 'utf8').replace(`Asha ${String(LAST)}`, `Bela ${String(LAST)}`))
}

test('what was tried is brought in', async () => {
  const { bring, nameOf } = await tried()
  expect(await bring()).toMatchObject({ ok: true, value: { counts: { added: CUSTOMERS } } })
  expect([nameOf(0), nameOf(LAST)]).toEqual(['Asha 0', 'Asha 2'])
})

test.each<[string, (file: string) => void]>([
  ['changed in its last line', changeLast],
  ['longer', (file) => appendFileSync(file, '\n')],
  ['shorter', (file) => truncateSync(file, 1 << 20)],
  ['empty', (file) => truncateSync(file, 0)],
])('a file that is %s since is refused, and nothing of it is brought in', async (_, change) => {
  const { file, bring, nameOf } = await tried()
  change(file)
  expect(await bring()).toMatchObject({ failure: { code: 'import.changed', details: { file } } })
  expect([nameOf(0), nameOf(LAST)]).toEqual(['none', 'none'])
})

test('of a file that changes while it is brought in, nothing that is other comes in', async () => {
  const { file, bring, nameOf } = await tried()
  let isChanged = false
  const answer = await bring((done) => {
    // It was looked through and is being brought in.
    if (done > 0 && !isChanged) changeLast(file)
    isChanged ||= done > 0
  })
  expect(answer).toMatchObject({ failure: { code: 'import.changed' } })
  expect(nameOf(LAST)).toBe('none')
})

test('lines come out whole, wherever the pieces of the file end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', '手', '😀', '\n', '\r') }),
      fc.array(fc.nat(40)),
      (text, cuts) => {
        const bytes = Buffer.from(text)
        const ends = [...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]
        const pieces = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
        const lines = [...linesOf(pieces)]
        const expected = text.split('\n')
        // A line that ends the file without a line's end is one; after a last line's end there is none.
        if (expected.at(-1) === '') expected.pop()
        expect(lines.map((line) => line.text)).toEqual(expected)
        expect(lines.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1))
      },
    ),
  )
})

test('a file’s marks tell of every byte', () => {
  const file = join(newFolder(), 'file')
  const bytes = Buffer.alloc((1 << 20) + 5, 'x')
  const marksOf = (): readonly string[] => {
    const seen: string[] = []
    for (const _ of piecesOf(file, seen, null)) continue
    return seen
  }
  writeFileSync(file, bytes)
  const before = marksOf()
  expect(before).toHaveLength(2)
  bytes[bytes.length - 1] = 121
  writeFileSync(file, bytes)
  const after = marksOf()
  expect(after[0]).toBe(before[0])
  expect(after[1]).not.toBe(before[1])
})
