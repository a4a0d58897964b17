import { describe, expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { measured } from '../../src/core/reading.ts'
import { afterClose, afterReopen } from '../../src/core/ticket-moves.ts'
import type { Store } from '../../src/storage/store.ts'
import { openStore } from './open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const day = (number: number, time = '10:00'): string =>
  `2026-11-${String(number).padStart(2, '0')}T${time}:00.000Z`

const read = async (store: Store, id: string, at: string, value: string, training = false): Promise<void> => {
  valueOf(await store.beginInspection({ ...inspectionNamed(id, at), training }))
  valueOf(await store.nameDevice(id, { serial: 'S1', model: 'M', marketName: null, training }))
  const reading = { id: 'os.buildRegion', reading: measured(value, 'getprop'), sections: [], at }
  valueOf(await store.addReadings(id, [], [reading]))
  valueOf(await store.endInspection(id, { tookMs: 5, roundTrips: 1, stopped: null }))
}

const close = async (store: Store, id: string, at: string): Promise<void> => {
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterClose(ticket, ticket.workedFix === null ? 'not-fixed' : 'fixed')
      if (!moved.ok) return moved
      return done({ ...moved.value, closedAt: at, event: { at, who: 'c', code: 'closed', details: {} } })
    }),
  )
}
const reopen = async (store: Store, id: string, at: string): Promise<void> => {
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterReopen(ticket)
      if (!moved.ok) return moved
      return done({ ...moved.value, closedAt: null, event: { at, who: 'c', code: 'reopened', details: {} } })
    }),
  )
}
const attempt = async (store: Store, id: string, at: string, outcome: 'worked' | 'failed', fix: string) => {
  const tried = valueOf(attempted(outcome, fix))
  valueOf(
    await store.changeTicket(id, () =>
      done({
        ...tried,
        ...(tried.attempts && { attempts: tried.attempts.map((each) => ({ ...each, at })) }),
        event: { ...tried.event, at },
      }),
    ),
  )
}
const openAt = async (store: Store, at: string, inspectionId: string | null = null): Promise<string> =>
  valueOf(await store.openTicket(intake({ at, inspectionId }))).id

const advise = async (store: Store, id: string, at: string, cause: string): Promise<void> => {
  const causes = [{ id: cause, probability: 0.5 }]
  valueOf(await store.saveAdvice(id, at, { knowledgeVersion: 'v', causes, next: null }))
}

const ALL = { since: null, limit: 10 }

describe('how tickets ended', () => {
  test('is told of closed ones that are not training, newest first, from a moment on, so many at most', async () => {
    const store = await openStore()
    await read(store, 'played', day(1), 'IN', true)
    const ids: string[] = []
    for (const number of [1, 2, 3]) {
      const id = await openAt(store, day(number))
      await close(store, id, day(number, '11:00'))
      ids.push(id)
    }
    await openAt(store, day(4))
    await close(store, await openAt(store, day(4), 'played'), day(4, '11:00'))
    const idsOf = async (query: typeof ALL | { since: string; limit: number }) =>
      valueOf(await store.closedTickets(query)).map(({ id }) => id)
    expect(await idsOf(ALL)).toEqual(ids.toReversed())
    expect(valueOf(await store.closedTickets(ALL))[0]).toMatchObject({ closedAt: day(3, '11:00') })
    expect(await idsOf({ ...ALL, limit: 2 })).toEqual([ids[2], ids[1]])
    expect(await idsOf({ since: day(2, '11:00'), limit: 10 })).toEqual([ids[2], ids[1]])
  })

  test('has the attempts in order and what was read last before the first of them, and nothing personal', async () => {
    const store = await openStore()
    await read(store, 'first', day(1), 'IN')
    const id = await openAt(store, day(1, '10:01'), 'first')
    await read(store, 'again', day(1, '10:05'), 'RU')
    await attempt(store, id, day(1, '10:10'), 'failed', 'one')
    await read(store, 'after', day(1, '10:15'), 'EU')
    await attempt(store, id, day(1, '10:20'), 'worked', 'other')
    expect(valueOf(await store.outcome(id))).toBeNull()
    await advise(store, id, day(1, '10:02'), 'older')
    await advise(store, id, day(1, '10:06'), 'newer')
    await advise(store, id, day(1, '10:11'), 'after')
    await close(store, id, day(1, '10:30'))
    expect(valueOf(await store.outcome(id))).toEqual({
      symptoms: ['SY01'],
      checks: {},
      attempts: [
        { fix: 'one', outcome: 'failed', verified: 'sign-in', bundle: null },
        { fix: 'other', outcome: 'worked', verified: 'sign-in', bundle: null },
      ],
      workedFix: 'other',
      workedTogether: [],
      readings: { 'os.buildRegion': measured('RU', 'getprop') },
      advised: [{ id: 'newer', probability: 0.5 }],
    })
  })

  test.each([
    ['on the last of the fourteen days', day(15, '10:30'), true],
    ['a day later', day(16, '10:30'), false],
  ])('another ticket of the same phone %s', async (_, again, cameBack) => {
    const store = await openStore()
    await read(store, 'one', day(1), 'IN')
    const id = await openAt(store, day(1), 'one')
    await close(store, id, day(1, '10:30'))
    expect(valueOf(await store.closedTickets(ALL))).toMatchObject([{ id, cameBack: false }])
    await read(store, 'two', again, 'IN')
    await openAt(store, again, 'two')
    expect(valueOf(await store.closedTickets(ALL))).toMatchObject([{ id, cameBack }])
  })

  test.each([
    ['soon: what worked before belongs to it', day(5), ['one', 'other'], 'IN'],
    ['long after: it is a case of its own', day(25), ['other'], 'RU'],
  ])('a ticket that was reopened %s', async (_, again, fixes, region) => {
    const store = await openStore()
    await read(store, 'first', day(1), 'IN')
    const id = await openAt(store, day(1), 'first')
    await attempt(store, id, day(1, '10:10'), 'worked', 'one')
    await close(store, id, day(1, '10:30'))
    await reopen(store, id, again)
    await read(store, 'second', day(26), 'RU')
    await attempt(store, id, day(26, '12:00'), 'worked', 'other')
    await close(store, id, day(26, '13:00'))
    const outcome = valueOf(await store.outcome(id))
    expect(outcome?.attempts.map(({ fix }) => fix)).toEqual(fixes)
    expect(outcome?.workedFix).toBe('other')
    expect(outcome?.readings?.['os.buildRegion']).toMatchObject({ value: region })
  })
})
