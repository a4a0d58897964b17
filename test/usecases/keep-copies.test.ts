import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import type { RunWork } from '../../src/storage/keeper.ts'
import { keepCopies } from '../../src/usecases/keep-copies.ts'
import { longWorks } from '../../src/usecases/long-works.ts'
import { openStore } from '../storage/open-for-test.ts'
import { intake, valueOf } from '../storage/some-record.ts'

const HOUR = 60 * 60 * 1000

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: new Date('2026-11-23T09:00:00.000Z'),
  })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A keeper of copies whose copying is only counted, on a real record. */
const aKeeper = async (tickets = 1) => {
  const store = await openStore()
  for (let count = 0; count < tickets; count += 1) valueOf(await store.openTicket(intake()))
  const made: string[] = []
  const trouble: { now: boolean } = { now: false }
  const run = (async (_name: string, { to }: { to: string }) => {
    if (trouble.now) return failed('record.full', {})
    made.push(to)
    return done({ file: to, bytes: 1, check: { tickets, events: 1, brokenAt: null, faults: [] } })
  }) as RunWork
  const keep = () =>
    keepCopies({
      store,
      run,
      record: '/data/benchside.db',
      ownFolder: '/data/copies',
      inFolder: join,
      now: () => new Date(),
      changed: () => undefined,
      onBug: (error) => {
        throw error
      },
    })
  return { store, keep, made, trouble, signal: new AbortController().signal }
}

/** Real storage answers in between; so many turns are enough for it. */
const passes = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms)
  for (let turn = 0; turn < 50; turn += 1) await setImmediate()
}

test('a copy is made each day that the desk is used, and not more', async () => {
  const { keep, made } = await aKeeper()
  const keeper = keep()
  await keeper.start()
  expect(made).toEqual([])
  await passes(30_000)
  expect(made).toEqual(['/data/copies/benchside-copy-2026-11-23T09-00-20-000Z.db'])
  expect(keeper.view()).toMatchObject({ last: { tickets: 1 }, failure: null, isOld: false })
  for (let hours = 0; hours < 50; hours += 1) await passes(HOUR)
  expect(made).toHaveLength(3)
  keeper.close()
  await passes(48 * HOUR)
  expect(made).toHaveLength(3)
  expect(keeper.view().isOld).toBe(false)
  await passes(48 * HOUR)
  expect(keeper.view().isOld).toBe(true)
})

test('what was made is known after the next start; at quitting one is made when the last is of the morning before', async () => {
  const { keep, made, signal } = await aKeeper()
  const first = keep()
  await first.start()
  await first.atQuit(signal)
  first.close()
  expect(made).toHaveLength(1)
  const second = keep()
  await second.start()
  expect(second.view().last).toEqual(first.view().last)
  expect(await second.isDueAtQuit()).toBe(false)
  second.close()
  await passes(13 * HOUR)
  expect(await second.isDueAtQuit()).toBe(true)
})

test('an empty record is not copied', async () => {
  const { keep, made, signal } = await aKeeper(0)
  const keeper = keep()
  await keeper.start()
  await passes(30 * HOUR)
  await keeper.atQuit(signal)
  keeper.close()
  expect(made).toEqual([])
})

test('a try that made none is said until one does, and tried again within the hour', async () => {
  const { keep, made, trouble } = await aKeeper()
  trouble.now = true
  const keeper = keep()
  await keeper.start()
  await passes(30_000)
  expect(keeper.view()).toMatchObject({ last: null, failure: { code: 'record.full' } })
  trouble.now = false
  await passes(HOUR)
  expect(keeper.view()).toMatchObject({ last: { tickets: 1 }, failure: null })
  expect(made).toHaveLength(1)
  keeper.close()
})

test('two who ask at once get one copy; the folder and the number are the shop’s', async () => {
  const { store, keep, made } = await aKeeper()
  const keeper = keep()
  await keeper.change({ folder: '/stick' })
  await Promise.all([keeper.copyNow(), keeper.copyNow()])
  expect(made).toEqual(['/stick/benchside-copy-2026-11-23T09-00-00-000Z.db'])
  valueOf(await store.saveSetting('copies-kept', 'many'))
  valueOf(await store.saveSetting('last-copy', '{"at":7}'))
  const again = keep()
  await again.start()
  again.close()
  expect(again.view()).toMatchObject({ folder: '/stick', isOwnFolder: false, kept: 14, last: null })
})

test('work that is under way is seen, and stops when it is asked to', async () => {
  const seen: number[] = []
  const works = longWorks(
    ((
      _name: string,
      _input: unknown,
      { signal, told }: { signal: AbortSignal; told: (part: number) => void },
    ) =>
      new Promise((resolve) => {
        told(0.5)
        signal.addEventListener('abort', () => {
          resolve(failed('work.stopped'))
        })
      })) as unknown as RunWork,
    () => seen.push(works?.view().length ?? 0),
  )
  const work = works.run('check', { file: 'x' })
  const [under] = works.view()
  expect(under).toMatchObject({ kind: 'check', part: 0 })
  expect(works.stop(under?.id ?? '')).toBe(true)
  expect(await work).toMatchObject({ failure: { code: 'work.stopped' } })
  await Promise.resolve()
  const other = works.run('check', { file: 'x' })
  await works.close()
  expect(await other).toMatchObject({ failure: { code: 'work.stopped' } })
  expect(works.view()).toEqual([])
})
