import Database from 'better-sqlite3'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { inWorker } from '../../../src/storage/long-work/in-worker.ts'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

const work = inWorker(new URL('../../../src/storage/long-work/worker.ts', import.meta.url))

/** A record of so many megabytes. */
const largeRecord = async (megabytes: number) => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.openTicket(intake({ customerName: 'Asha' })))
  const file = join(folder, RECORD_FILE)
  const raw = new Database(file)
  const insert = raw.prepare('insert into settings values (?, ?)')
  raw.transaction(() => {
    for (let row = 0; row < megabytes * 256; row += 1) insert.run(`filler-${String(row)}`, 'x'.repeat(4000))
  })()
  raw.close()
  return { folder, store, file }
}

test('a large record is copied while whoever asked goes on writing, and never stands still', async () => {
  const { store, file } = await largeRecord(300)
  const to = join(newFolder(), 'copy.db')
  const parts: number[] = []
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  let copied = false
  let written = 0
  const copying = work('copy', { from: file, to }, { told: (part) => parts.push(part) }).finally(() => {
    copied = true
  })
  while (!copied) {
    valueOf(await store.saveDraft('new-ticket', String(written)))
    written += 1
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
  lag.disable()
  expect(valueOf(await copying).check).toMatchObject({ tickets: 1, brokenAt: null, faults: [] })
  expect(statSync(to).size).toBeGreaterThan(300_000_000)
  expect(written).toBeGreaterThan(20)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  // The same copying on this thread makes it stand still for whole seconds.
  expect(lag.percentile(95) / 1e6).toBeLessThan(40)
}, 60_000)

test('work that is stopped says so, and leaves nothing behind', async () => {
  const { file, store } = await largeRecord(100)
  const folder = newFolder()
  const stopping = new AbortController()
  const copying = work(
    'copy',
    { from: file, to: join(folder, 'copy.db') },
    { signal: stopping.signal, told: () => stopping.abort() },
  )
  expect(await copying).toMatchObject({ ok: false, failure: { code: 'work.stopped' } })
  expect(readdirSync(folder)).toEqual([])
  const before = AbortSignal.abort()
  expect(await work('check', { file }, { signal: before })).toMatchObject({
    failure: { code: 'work.stopped' },
  })
  expect(valueOf(await store.check())).toMatchObject({ tickets: 1 })
}, 60_000)

test('what cannot be done is said, and makes no record where there is none', async () => {
  const folder = newFolder()
  const file = join(folder, RECORD_FILE)
  expect(await work('check', { file })).toMatchObject({ failure: { code: 'record.missing' } })
  expect(await work('copy', { from: file, to: join(folder, 'copy.db') })).toMatchObject({
    failure: { code: 'record.missing' },
  })
  writeFileSync(file, Buffer.alloc(8192, 'rubbish'))
  expect(await work('check', { file })).toMatchObject({ failure: { code: 'record.damaged' } })
  expect(existsSync(join(folder, 'copy.db'))).toBe(false)
})

test('work that ends without an answer is a bug that is told', async () => {
  const broken = inWorker(new URL('data:text/javascript,process.exit(3)'))
  await expect(broken('check', { file: 'x' })).rejects.toThrow('no answer')
})
