import { expect, test } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import type { RunWork } from '../../src/storage/keeper.ts'
import { forgetOld, monthsBefore } from '../../src/usecases/forget-old.ts'
import { openStore } from '../storage/open-for-test.ts'
import { intake, valueOf } from '../storage/some-record.ts'

const NOW = new Date('2026-11-23T10:00:00.000Z')

/** A record whose customers’ tickets were closed at these moments; null: still open. */
const aRecord = async (closed: Readonly<Record<string, string | null>>) => {
  const store = await openStore()
  for (const [customerName, closedAt] of Object.entries(closed)) {
    const { id } = valueOf(await store.openTicket(intake({ customerName, said: `${customerName} said` })))
    if (closedAt === null) continue
    const event = { at: closedAt, who: 'counter', code: 'closed', details: { result: 'declined' } } as const
    valueOf(
      await store.changeTicket(id, () => done({ state: 'closed', result: 'declined', closedAt, event })),
    )
  }
  const listed: string[] = []
  const cleaned: (readonly string[])[] = []
  const changed: string[] = []
  const run = (async (_: string, { ids }: { ids: readonly string[] }) => {
    cleaned.push(ids)
    return done({ cleaned: [], left: [] })
  }) as unknown as RunWork
  const names = async () =>
    valueOf(await store.tickets({ search: '', state: null, limit: 20 })).tickets.map(
      ({ customer }) => customer.name,
    )
  const old = (list = true) =>
    forgetOld({
      store,
      run,
      list: async (ids) => {
        if (!list) return failed('record.full')
        listed.push(...ids)
        return done(null)
      },
      copyFolders: () => ['/copies'],
      now: () => NOW,
      changed: () => undefined,
      ticketChanged: (id) => changed.push(id),
      onBug: (error) => {
        throw error
      },
    })
  return { store, listed, cleaned, changed, names, old }
}

const PEOPLE = {
  Asha: '2025-11-22T10:00:00.000Z',
  Bela: '2025-11-24T10:00:00.000Z',
  Cai: null,
  Dina: '2024-01-01T10:00:00.000Z',
}

test('nobody is forgotten unless the shop says so', async () => {
  const { names, old } = await aRecord(PEOPLE)
  const forgetting = old()
  await forgetting.look()
  expect(await names()).toEqual(['Dina', 'Cai', 'Bela', 'Asha'])
  expect(forgetting.view()).toEqual({ months: 0, last: null, failure: null })
})

test('who was here last that long ago is erased, listed, taken out of the copies, and the history says why', async () => {
  const { store, names, old, listed, cleaned, changed } = await aRecord(PEOPLE)
  const forgetting = old()
  valueOf(await forgetting.keepMonths(12))
  await forgetting.look()
  expect(await names()).toEqual(['', 'Cai', 'Bela', ''])
  expect(listed).toHaveLength(2)
  expect(cleaned).toEqual([listed])
  expect(changed).toHaveLength(2)
  expect(forgetting.view()).toMatchObject({ months: 12, last: { customers: 2 }, failure: null })
  expect(valueOf(await store.ticket('T-0001'))?.events.at(-1)).toMatchObject({
    code: 'erased',
    details: { why: 'age' },
  })
  await forgetting.look()
  expect(listed).toHaveLength(2)
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})

test('who would go is counted without anybody going, and then goes at once, once', async () => {
  const { store, names, old, listed } = await aRecord(PEOPLE)
  const forgetting = old()
  expect(valueOf(await forgetting.due(12))).toEqual({ customers: 2, isWhole: true })
  expect(valueOf(await forgetting.due(1))).toEqual({ customers: 3, isWhole: true })
  expect(valueOf(await forgetting.due(240))).toEqual({ customers: 0, isWhole: true })
  expect(await names()).toEqual(['Dina', 'Cai', 'Bela', 'Asha'])
  valueOf(await forgetting.keepMonths(12))
  forgetting.lookNow()
  // Two looks at the same people are one.
  await Promise.all([forgetting.look(), forgetting.look()])
  await expect.poll(() => forgetting.view().last?.customers).toBe(2)
  forgetting.close()
  expect(await names()).toEqual(['', 'Cai', 'Bela', ''])
  expect(listed).toHaveLength(2)
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})

test('the number of months is kept, and rubbish in its place forgets nobody', async () => {
  const { store, old, names } = await aRecord(PEOPLE)
  valueOf(await old().keepMonths(6))
  const again = old()
  await again.start()
  again.close()
  expect(again.view().months).toBe(6)
  valueOf(await store.saveSetting('forget-after-months', '-3'))
  const spoilt = old()
  await spoilt.start()
  spoilt.close()
  await spoilt.look()
  expect(await names()).toContain('Dina')
})

test('who cannot be listed is not erased: an older copy would bring them back', async () => {
  const { old, names } = await aRecord(PEOPLE)
  const forgetting = old(false)
  valueOf(await forgetting.keepMonths(12))
  await forgetting.look()
  expect(await names()).toContain('Dina')
  expect(forgetting.view().failure).toMatchObject({ code: 'record.full' })
})

test.each([
  ['2026-11-23', 12, '2025-11-23'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 13, '2024-12-15'],
])('%s less %i months is %s', (from, months, expected) => {
  expect(monthsBefore(new Date(`${from}T10:00:00.000Z`), months).toISOString()).toBe(
    `${expected}T10:00:00.000Z`,
  )
})
