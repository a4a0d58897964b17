import { expect, test } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import { measured } from '../../src/core/reading.ts'
import { afterClose, afterReopen } from '../../src/core/ticket-moves.ts'
import { stopped } from '../../src/storage/pace.ts'
import type { Store } from '../../src/storage/store.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const day = (number: number, time = '10:00'): string =>
  `2026-11-${String(number).padStart(2, '0')}T${time}:00.000Z`
const ALL = { from: null, to: null, now: day(23) }

const tried = async (store: Store, id: string, at: string, outcome: 'worked' | 'failed', fix: string) => {
  const change = valueOf(attempted(outcome, fix))
  const attempts = change.attempts && { attempts: change.attempts.map((each) => ({ ...each, at })) }
  valueOf(
    await store.changeTicket(id, () => done({ ...change, ...attempts, event: { ...change.event, at } })),
  )
}
const close = async (store: Store, id: string, at: string): Promise<void> => {
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterClose(ticket, ticket.workedFix === null ? 'referred' : 'fixed')
      if (!moved.ok) return moved
      return done({ ...moved.value, closedAt: at, event: { at, who: 'c', code: 'closed', details: {} } })
    }),
  )
}
const phone = async (store: Store, id: string, at: string, training = false): Promise<void> => {
  valueOf(await store.beginInspection({ ...inspectionNamed(id, at), training }))
  valueOf(
    await store.nameDevice(id, {
      serial: `S${String(training)}`,
      model: 'M',
      marketName: 'Note 12',
      training,
    }),
  )
  const readings = [
    { id: 'os.family', reading: measured('MIUI', 'getprop'), sections: [], at },
    { id: 'os.version', reading: measured('14', 'getprop'), sections: [], at },
  ]
  valueOf(await store.addReadings(id, [], readings))
  valueOf(await store.endInspection(id, { tookMs: 5, roundTrips: 1, stopped: null }))
}
const openAt = async (store: Store, at: string, inspectionId: string | null = null): Promise<string> =>
  valueOf(await store.openTicket(intake({ at, inspectionId }))).id

test('a report tells of closed tickets outside training: steps by cause, system and model', async () => {
  const store = await openStore()
  await phone(store, 'one', day(1))
  await phone(store, 'played', day(1), true)
  const id = await openAt(store, day(1), 'one')
  const causes = [{ id: 'clock-wrong', probability: 0.9 }]
  valueOf(await store.saveAdvice(id, day(1, '10:01'), { knowledgeVersion: 'v', causes: [], next: null }))
  valueOf(await store.saveAdvice(id, day(1, '10:40'), { knowledgeVersion: 'v', causes, next: null }))
  await tried(store, id, day(1, '10:10'), 'failed', 'one')
  await tried(store, id, day(1, '10:20'), 'failed', 'two')
  // The last word on a step counts.
  await tried(store, id, day(1, '10:30'), 'worked', 'two')
  await close(store, id, day(1, '10:40'))
  const played = await openAt(store, day(1), 'played')
  await tried(store, played, day(1, '10:30'), 'worked', 'two')
  await close(store, played, day(1, '10:40'))
  await openAt(store, day(20))
  const report = valueOf(await store.report(ALL))
  expect(report.closed).toBe(1)
  const told = (rows: typeof report.fixes.all) =>
    rows.map(({ fix, of, worked }) => [fix, of, worked.hits, worked.cases])
  expect(told(report.fixes.cause)).toEqual([
    ['one', 'clock-wrong', 0, 1],
    ['two', 'clock-wrong', 1, 1],
  ])
  expect(told(report.fixes.system)[1]).toEqual(['two', 'MIUI 14', 1, 1])
  expect(told(report.fixes.model)[1]).toEqual(['two', 'Note 12', 1, 1])
  expect(report.open.find(({ state }) => state === 'diagnosing')).toMatchObject({ tickets: 1 })
  expect(report.middle?.half).toBeCloseTo(2 / 3, 6)
})

test('only what was closed in the time is counted, its first moment with it and its last not', async () => {
  const store = await openStore()
  for (const number of [1, 2, 3, 4]) await close(store, await openAt(store, day(1)), day(number))
  const closed = async (from: string | null, to: string | null) =>
    valueOf(await store.report({ ...ALL, from, to })).closed
  expect(await closed(null, null)).toBe(4)
  expect(await closed(day(2), day(4))).toBe(2)
  expect(await closed(day(3), null)).toBe(2)
  expect(await closed(day(10), null)).toBe(0)
})

test.each([
  ['another ticket of the phone on the fourteenth day', day(15, '10:30'), 1],
  ['another ticket a day later', day(16, '10:30'), 0],
])('what came back: %s', async (_, again, hits) => {
  const store = await openStore()
  await phone(store, 'one', day(1))
  const id = await openAt(store, day(1), 'one')
  await tried(store, id, day(1, '10:10'), 'worked', 'fix')
  await close(store, id, day(1, '10:30'))
  await phone(store, 'two', again)
  await openAt(store, again, 'two')
  expect(valueOf(await store.report(ALL)).returns).toMatchObject([{ fix: 'fix', worked: { hits, cases: 1 } }])
})

const warrantyOf = async (store: Store, id: string, days: number): Promise<void> => {
  const event = { at: day(1, '10:20'), who: 'c', code: 'note', details: {} } as const
  const until = new Date(Date.parse(day(1, '10:30')) + days * 86_400_000).toISOString()
  valueOf(await store.changeTicket(id, () => done({ warranty: { days, until }, event })))
}
const backOf = async (store: Store) => {
  const { backAfter, warranty } = valueOf(await store.report(ALL))
  return [
    backAfter.filter(({ tickets }) => tickets > 0),
    warranty.map(({ days, back }) => [days, back.hits, back.cases]),
  ]
}

test.each([
  ['on its last moment', 10, 1],
  ['after it', 9, 0],
])(
  'a phone that is here again within its warranty, %s, is told with the days that it stayed away',
  async (_, days, hits) => {
    const store = await openStore()
    await phone(store, 'one', day(1))
    const id = await openAt(store, day(1), 'one')
    await warrantyOf(store, id, days)
    await close(store, id, day(1, '10:30'))
    await close(store, await openAt(store, day(2)), day(3))
    await phone(store, 'again', day(11, '10:30'))
    await openAt(store, day(11, '10:30'), 'again')
    // The first time counts.
    await phone(store, 'once more', day(20))
    await openAt(store, day(20), 'once more')
    expect(await backOf(store)).toEqual([[{ days: 14, tickets: 1 }], [[null, hits, 1]]])
  },
)

test('a ticket that is reopened after weeks came back then, also where its phone is here later', async () => {
  const store = await openStore()
  await phone(store, 'one', day(1))
  const id = await openAt(store, day(1), 'one')
  await warrantyOf(store, id, 30)
  await close(store, id, day(1, '10:30'))
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterReopen(ticket)
      if (!moved.ok) return moved
      const event = { at: day(21), who: 'c', code: 'reopened', details: {} } as const
      return done({ ...moved.value, closedAt: null, event })
    }),
  )
  await close(store, id, day(21, '12:00'))
  await phone(store, 'again', day(22))
  await openAt(store, day(22), 'again')
  expect(await backOf(store)).toEqual([[{ days: 30, tickets: 1 }], [[null, 1, 1]]])
})

test('what came back before its warranty began came back without it', async () => {
  const store = await openStore()
  await phone(store, 'one', day(1))
  const id = await openAt(store, day(1), 'one')
  await close(store, id, day(1, '10:30'))
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterReopen(ticket)
      if (!moved.ok) return moved
      const event = { at: day(5), who: 'c', code: 'reopened', details: {} } as const
      const until = new Date(Date.parse(day(6)) + 10 * 86_400_000).toISOString()
      return done({ ...moved.value, closedAt: null, warranty: { days: 10, until }, event })
    }),
  )
  await close(store, id, day(6))
  expect(await backOf(store)).toEqual([[{ days: 7, tickets: 1 }], [[null, 0, 1]]])
  await phone(store, 'again', day(9))
  await openAt(store, day(9), 'again')
  expect(await backOf(store)).toEqual([[{ days: 7, tickets: 1 }], [[null, 1, 1]]])
})

test('a rework brings back the ticket that it is of, without a phone too', async () => {
  const store = await openStore()
  const id = await openAt(store, day(1))
  await warrantyOf(store, id, 30)
  await close(store, id, day(1, '10:30'))
  valueOf(await store.openTicket(intake({ at: day(3, '10:30'), inspectionId: null, reworkOf: id })))
  expect(await backOf(store)).toEqual([[{ days: 3, tickets: 1 }], [[null, 1, 1]]])
})

test('a ticket that was reopened soon is held against the step that had worked until then', async () => {
  const store = await openStore()
  const id = await openAt(store, day(1))
  await tried(store, id, day(1, '10:10'), 'worked', 'first')
  await close(store, id, day(1, '10:30'))
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterReopen(ticket)
      if (!moved.ok) return moved
      const event = { at: day(3), who: 'c', code: 'reopened', details: {} } as const
      return done({ ...moved.value, closedAt: null, event })
    }),
  )
  await tried(store, id, day(3, '10:10'), 'worked', 'second')
  await close(store, id, day(3, '10:30'))
  expect(valueOf(await store.report(ALL)).returns).toMatchObject([
    { fix: 'first', worked: { hits: 1, cases: 1 } },
  ])
})

test('no ticket is missed or counted twice where many were closed at the same moment', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const first = await openAt(store, day(1))
  await close(store, first, day(2))
  const others =
    'state, result, customer_id, said, symptoms, checks, consents, training, opened_at, closed_at'
  await engine.byHand(
    folder,
    `insert into tickets (id, sequence, ${others})
      with recursive more(place) as (select 2 union all select place + 1 from more where place < 1100)
      select 'copy-' || place, place, ${others} from more, tickets where id = '${first}'`,
  )
  const parts: number[] = []
  expect(valueOf(await store.report(ALL, (part, of) => parts.push(part / of))).closed).toBe(1100)
  expect(parts.length).toBe(3)
  expect(parts.at(-1)).toBe(1)
  const once = await store.report(ALL, () => {
    throw stopped()
  })
  expect(once).toEqual(failed('work.stopped'))
})
