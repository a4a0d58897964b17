import { expect, test } from 'vitest'
import { done } from '../../../src/core/failure.ts'
import type { Store } from '../../../src/storage/store.ts'
import { engine, newFolder, openStore, startCounter } from '../open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from '../some-record.ts'

/** Two counters of one shop, each with connections of its own. */
const twoCounters = async (): Promise<readonly [Store, Store]> => {
  const folder = newFolder()
  return [await openStore(folder), await openStore(folder)]
}

const times = async <T>(count: number, work: (index: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, async (_, index) => work(index)))

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

test('tickets that are opened at once have numbers of their own, without a gap', async () => {
  const counters = await twoCounters()
  const opened = await times(30, async (index) =>
    valueOf(await counters[index % 2 === 0 ? 0 : 1].openTicket(intake())),
  )
  const numbers = opened.map(({ number }) => Number(number.slice(2))).toSorted((one, other) => one - other)
  expect(numbers).toEqual(numbered(30))
  expect(valueOf(await counters[0].check())).toMatchObject({
    tickets: 30,
    events: 30,
    brokenAt: null,
    faults: [],
  })
})

test('of changes of one ticket each sees the one before, and none is lost', async () => {
  const counters = await twoCounters()
  const { id } = valueOf(await counters[0].openTicket(intake()))
  const seen: number[] = []
  await times(20, async (index) =>
    valueOf(
      await counters[index % 2 === 0 ? 0 : 1].changeTicket(id, (ticket) => {
        seen.push(ticket.attempts.length)
        return attempted('failed', `fix-${String(index)}`)
      }),
    ),
  )
  expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index))
  const ticket = valueOf(await counters[1].ticket(id))
  expect(new Set(ticket?.attempts.map(({ fix }) => fix)).size).toBe(20)
  expect(ticket?.revision).toBe(21)
  expect(valueOf(await counters[1].check())).toMatchObject({ events: 21, brokenAt: null })
})

test('a phone that both name for the first time is one device', async () => {
  const counters = await twoCounters()
  const devices = await times(10, async (index) => {
    const counter = counters[index % 2 === 0 ? 0 : 1]
    const id = `inspection ${String(index)}`
    valueOf(await counter.beginInspection(inspectionNamed(id)))
    return valueOf(
      await counter.nameDevice(id, { serial: 'S1', model: 'M', marketName: null, training: false }),
    )
  })
  expect(new Set(devices).size).toBe(1)
})

test('own knowledge that both change at once is seen by each as the other left it', async () => {
  const counters = await twoCounters()
  const seen: number[] = []
  await times(20, async (index) =>
    valueOf(
      await counters[index % 2 === 0 ? 0 : 1].changeOwnKnowledge('now', (rows) => {
        seen.push(rows.length)
        return done({ save: [{ id: `own-${String(index)}`, body: {} }], remove: [] })
      }),
    ),
  )
  expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index))
})

test('changes in any order wait for one another and never end one another', async () => {
  const counters = await twoCounters()
  const people = await times(6, async () => valueOf(await counters[0].openTicket(intake())))
  const changes = people.flatMap(({ id, customer }, index) => [
    counters[0].changeTicket(id, () => attempted('worked')),
    counters[1].eraseCustomer(customer.id, 'now', 'counter'),
    counters[1].openTicket(intake()),
    counters[0].changeTicket(people.at(-1 - index)?.id ?? '', () => attempted('failed')),
  ])
  const ends = await Promise.all(changes)
  expect(ends.filter(({ ok }) => !ok)).toEqual([])
  expect(valueOf(await counters[0].check())).toMatchObject({ tickets: 12, brokenAt: null, faults: [] })
})

test('what the other writes while the record is looked through is not called a missing end', async () => {
  const [one, other] = await twoCounters()
  const { id } = valueOf(await one.openTicket(intake()))
  let isLooking = true
  const writing = (async () => {
    while (isLooking) valueOf(await one.changeTicket(id, () => attempted('failed')))
  })()
  const broken: unknown[] = []
  let most = 0
  for (let looks = 0; looks < 15; looks += 1) {
    const { brokenAt, events } = valueOf(await other.check())
    if (brokenAt !== null) broken.push(brokenAt)
    most = Math.max(most, events)
  }
  isLooking = false
  await writing
  expect(broken).toEqual([])
  expect(most).toBeGreaterThan(5)
})

test('a counter that is killed in the middle loses nothing that was answered, and keeps nobody waiting', async () => {
  const folder = newFolder()
  const address = await engine.addressOf(folder)
  const store = await openStore(folder)
  const answered = new Map<string, string>()
  for (let round = 0; round < 5; round += 1) {
    const counter = startCounter(address, 1000)
    let left = 3 + round * 4
    for await (const line of counter.lines) {
      const told = JSON.parse(line) as 'ready' | { id: string; state: string }
      if (told !== 'ready') answered.set(told.id, told.state)
      left -= 1
      if (left === 0) void counter.kill()
    }
    const begun = performance.now()
    valueOf(await store.openTicket(intake()))
    expect(performance.now() - begun).toBeLessThan(5000)
  }
  const steps = ['diagnosing', 'fixed', 'closed']
  expect(answered.size).toBeGreaterThan(5)
  for (const [id, state] of answered)
    expect(steps.indexOf(valueOf(await store.ticket(id))?.state ?? '')).toBeGreaterThanOrEqual(
      steps.indexOf(state),
    )
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})

test('two programs that start at once on an empty database make one record', async () => {
  const folder = newFolder()
  const address = await engine.addressOf(folder)
  const told = await times(4, async () => {
    const lines: unknown[] = []
    for await (const line of startCounter(address, 1).lines) lines.push(JSON.parse(line))
    return lines
  })
  expect(told.map((lines) => [lines[0], lines.length])).toEqual(told.map(() => ['ready', 4]))
})
