import * as fc from 'fast-check'
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyRecord } from '../../../src/storage/copy-record.ts'
import { openSqliteStore, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { restoreRecord } from '../../../src/storage/restore-record.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { attempted, intake, valueOf } from '../some-record.ts'

const PAGE = 4096

/** Every ticket as it is shown, in order; null where the record is refused, or found faulty when it is looked through. */
const rowsOf = async (folder: string): Promise<string | null> => {
  const opened = await openSqliteStore(folder)
  if (!opened.ok) return null
  const store = opened.value
  try {
    const check = await store.check()
    if (!check.ok || check.value.faults.length > 0 || check.value.brokenAt !== null) return null
    const page = await store.tickets({ search: '', state: null, limit: 100 })
    if (!page.ok) return null
    const tickets = await Promise.all(page.value.tickets.map(async ({ id }) => store.ticket(id)))
    return tickets.every(({ ok }) => ok) ? JSON.stringify(tickets) : null
  } finally {
    await store.close()
  }
}

/** A closed record with a copy beside it, and what both hold. */
const someRecord = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  for (let count = 0; count < 12; count += 1) {
    const { id } = valueOf(
      await store.openTicket(intake({ customerName: `Customer ${String(count)}`, said: 'x '.repeat(900) })),
    )
    valueOf(await store.changeTicket(id, () => attempted('failed')))
  }
  await store.close()
  const copy = join(newFolder(), 'copy.db')
  valueOf(await copyRecord(join(folder, RECORD_FILE), copy))
  return { file: join(folder, RECORD_FILE), copy, rows: await rowsOf(folder) }
}

/** Spoils a record so; whether its rows are right or it is refused, and right again once the copy is put back. */
const afterDamage = async (
  { file, copy, rows }: Awaited<ReturnType<typeof someRecord>>,
  spoil: (file: string) => void,
): Promise<string> => {
  const folder = newFolder()
  const spoilt = join(folder, RECORD_FILE)
  copyFileSync(file, spoilt)
  spoil(spoilt)
  const left = await rowsOf(folder)
  if (left !== null) return left === rows ? 'right' : 'wrong and not told'
  const restored = await restoreRecord(folder, copy, new Date())
  if (!restored.ok) return `told, but not restored: ${restored.failure.code}`
  return (await rowsOf(folder)) === rows ? 'told and restored' : 'restored, but wrong'
}

test(
  'a record that was cut off anywhere is refused, and its copy put back',
  { timeout: 120_000 },
  async () => {
    const record = await someRecord()
    const { size } = statSync(record.file)
    for (const length of [1, 99, 100, 512, PAGE - 1, PAGE, PAGE + 7, size / 2, size - PAGE, size - 1])
      expect([length, await afterDamage(record, (file) => truncateSync(file, Math.floor(length)))]).toEqual([
        length,
        'told and restored',
      ])
  },
)

test('a page of zeros is never passed over', { timeout: 240_000 }, async () => {
  const record = await someRecord()
  const pages = statSync(record.file).size / PAGE
  const ends: Record<string, number> = {}
  for (let page = 0; page < pages; page += 1) {
    const end = await afterDamage(record, (file) => {
      writeFileSync(file, readFileSync(file).fill(0, page * PAGE, (page + 1) * PAGE))
    })
    ends[end] = (ends[end] ?? 0) + 1
  }
  expect(Object.keys(ends).filter((end) => end !== 'told and restored' && end !== 'right')).toEqual([])
  expect(ends['told and restored']).toBeGreaterThan(pages / 2)
})

// What a bit changes within a name or a number the engine cannot see: its pages hold no checksums.
test('a bit that was flipped never keeps the copy from being put back', { timeout: 240_000 }, async () => {
  const record = await someRecord()
  const { size } = statSync(record.file)
  const ends: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.nat(size - 1), fc.nat(7), async (at, bit) => {
      const end = await afterDamage(record, (file) => {
        const bytes = readFileSync(file)
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
        writeFileSync(file, bytes)
      })
      ends[end] = (ends[end] ?? 0) + 1
    }),
    { numRuns: 60 },
  )
  const known = ['told and restored', 'right', 'wrong and not told']
  expect(Object.keys(ends).filter((end) => !known.includes(end))).toEqual([])
  expect(ends['told and restored']).toBeGreaterThan(10)
})
