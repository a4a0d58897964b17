import { afterEach, describe, expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import type { BenchView, PhoneView } from '../../src/contract/views.ts'
import { measured, type Reading } from '../../src/core/reading.ts'
import type { Store } from '../../src/storage/store.ts'
import { followBench, type BenchFollower } from '../../src/usecases/follow-bench.ts'
import { CLOCK, fakeBench, fakeStore, getprop, listed, section, settled, speech, valueOf } from './fakes.ts'

const following: BenchFollower[] = []
afterEach(async () => {
  for (const follower of following.splice(0)) await follower.close()
})

const setUp = (over: Partial<Store> = {}, ownClock: () => Reading<number> | null = () => null) => {
  const bench = fakeBench()
  const record = fakeStore(over)
  const pushed: BenchView[] = []
  const tickets: string[] = []
  const bugs: unknown[] = []
  let made = 0
  const follower = followBench({
    bench: bench.bench,
    store: record.store,
    speech,
    appVersion: '0.1.0',
    newId: () => `inspection ${String(++made)}`,
    // The follower calls this while it is made, before there is a view.
    changed: () => {
      queueMicrotask(() => pushed.push(follower.view()))
    },
    ticketRead: (id) => void tickets.push(id),
    onBug: (error) => void bugs.push(error),
    ownClock,
  })
  following.push(follower)
  const shown = (serial: string): PhoneView | undefined =>
    follower.view().phones.find((phone) => phone.serial === serial)
  return { ...bench, ...record, follower, pushed, tickets, bugs, shown }
}

const A = listed(1, 'A')
const B = listed(2, 'B')
const FULL = failed('record.full')

test('the phone of a ticket can be asked once more while it is there and ready', async () => {
  const { put, follower } = setUp()
  await put(A)
  expect(follower.linkOf('T-0007')).toBeNull()
  follower.tie('transport-1', 'T-0007')
  expect(follower.linkOf('T-0007')).not.toBeNull()
  await put(listed(1, 'A', 'offline'))
  expect(follower.linkOf('T-0007')).toBeNull()
  await put()
  expect(follower.linkOf('T-0007')).toBeNull()
})

describe('this computer’s own clock', () => {
  /** `date` of a phone that is an hour ahead of the time at which its answer was received. */
  const ahead = section('clock', `${String(1_790_000_000 + 3600)}.005000000\n`)
  const automatic = section('settings', 'auto_time=1\n')
  const own = ({ inspections }: ReturnType<typeof setUp>) =>
    [...inspections.values()].map(({ readings }) =>
      readings.filter(({ id }) => id === 'clock.workstation').map(({ reading }) => reading),
    )

  test('two phones that agree make it doubtful, and that is kept with what was read of each', async () => {
    const bench = setUp()
    await bench.put(A, B)
    for (const play of bench.plays) {
      await play.send(ahead, automatic)
      await play.end()
    }
    await settled()
    expect(bench.follower.view().clockDoubt).toEqual({ seconds: 3600, phones: 2 })
    expect(own(bench)).toEqual([
      [expect.objectContaining({ status: 'measured', value: 3600 })],
      [expect.objectContaining({ status: 'measured', value: 3600 })],
    ])
    for (const serial of ['A', 'B']) {
      const clock = bench.shown(serial)?.diagnosis?.causes.find(({ id }) => id === 'clock-wrong')
      expect(clock?.probability).toBeLessThan(0.05)
    }
    expect(bench.bugs).toEqual([])
  })

  test('what the internet tells is kept from the beginning of each reading', async () => {
    const told = measured(-3600, 'HTTP Date', { unit: 's', uncertainty: 1 })
    const bench = setUp({}, () => told)
    await bench.put(A)
    await settled()
    expect(own(bench)).toEqual([[told]])
    expect(bench.follower.view().clockDoubt).toEqual({ seconds: -3600, phones: 0 })
  })
})

describe('a phone on the bench', () => {
  test('is read as soon as it is ready, and shown as its readings arrive', async () => {
    const { put, plays, shown } = setUp()
    await put(listed(1, 'A', 'unauthorized'))
    expect(plays).toHaveLength(0)
    expect(shown('A')).toMatchObject({ state: 'unauthorized', progress: 'waiting', inspection: null })
    await put(A)
    expect(shown('A')).toMatchObject({ state: 'device', progress: 'reading' })
    await plays[0]?.send(CLOCK)
    expect(Object.keys(shown('A')?.inspection?.readings ?? {})).toEqual(['clock.offset'])
    await plays[0]?.send(getprop('A'))
    expect(shown('A')?.name).toBe('M A')
    await plays[0]?.end()
    expect(shown('A')).toMatchObject({ progress: 'read', inspection: { stopped: null } })
  })

  test('shows no reading that is not saved', async () => {
    const { put, plays, pushed, inspections } = setUp()
    await put(A)
    const unsaved = () =>
      pushed.flatMap(({ phones }) =>
        phones.flatMap(({ inspection }) => {
          const saved = inspections.get(inspection?.id ?? '')?.readings.map(({ id }) => id)
          return Object.keys(inspection?.readings ?? {}).filter((id) => saved?.includes(id) !== true)
        }),
      )
    for (const output of [CLOCK, getprop('A'), section('battery', 'level: 1')]) {
      await plays[0]?.send(output)
      expect(unsaved()).toEqual([])
    }
    await plays[0]?.end()
    expect(unsaved()).toEqual([])
    expect(inspections.get('inspection 1')).toMatchObject({ device: 'A', end: { stopped: null } })
  })

  test('pushes the whole view with each change, and nothing without one', async () => {
    const { put, plays, pushed, shown } = setUp()
    await put(A)
    await plays[0]?.send(CLOCK)
    await plays[0]?.end()
    const seen = pushed.map(({ phones: [phone] }) =>
      phone ? `${phone.progress} ${String(Object.keys(phone.inspection?.readings ?? {}).length)}` : 'none',
    )
    const all = Object.keys(shown('A')?.inspection?.readings ?? {}).length
    expect(seen.filter((now, at) => now !== seen[at - 1])).toEqual([
      'reading 0',
      'reading 1',
      `reading ${String(all)}`,
      `read ${String(all)}`,
    ])
    const before = pushed.length
    await settled()
    expect(pushed).toHaveLength(before)
  })

  test('that is unplugged in the middle keeps what was read, and stays on the screen', async () => {
    const { put, plays, shown, inspections } = setUp()
    await put(A)
    await plays[0]?.send(getprop('A'))
    await put()
    expect(plays[0]?.signal.reason).toBe('unplugged')
    expect(shown('A')).toMatchObject({
      state: 'gone',
      progress: 'stopped',
      inspection: { stopped: 'unplugged', readings: { 'phone.serial': { status: 'measured' } } },
    })
    expect(inspections.get('inspection 1')?.end).toMatchObject({ stopped: 'unplugged' })
  })

  test('that was read to the end and is pulled out stays known, and is new when it comes back', async () => {
    const { put, plays, shown } = setUp()
    await put(A)
    await plays[0]?.send(getprop('A'))
    await plays[0]?.end()
    await put()
    expect(shown('A')).toMatchObject({ state: 'gone', progress: 'read' })
    await put(listed(2, 'A'))
    expect(shown('A')).toMatchObject({ key: 'transport-2', inspection: null })
  })

  test('that says the serial of another one on the bench takes nothing of its ticket', async () => {
    const { put, plays, shown, ticketOfDevice } = setUp()
    ticketOfDevice.set('same', 'T-0007')
    await put(A, B)
    await plays[0]?.send(getprop('same'))
    await plays[1]?.send(getprop('same'))
    expect(shown('A')?.ticketId).toBe('T-0007')
    expect(shown('B')?.ticketId).toBeNull()
  })

  test('that comes back is read anew, in its old place and with its ticket', async () => {
    const { put, plays, shown, follower, ticketOfDevice, tickets } = setUp()
    ticketOfDevice.set('A', 'T-0007')
    await put(A)
    await plays[0]?.send(getprop('A'))
    expect(shown('A')?.ticketId).toBe('T-0007')
    await put()
    expect(follower.phoneOf('T-0007')).toBeNull()
    await put(listed(9, 'A'))
    expect(follower.view().phones).toHaveLength(1)
    expect(follower.phoneOf('T-0007')).toBe('transport-9')
    expect(shown('A')).toMatchObject({
      key: 'transport-9',
      progress: 'reading',
      ticketId: 'T-0007',
      inspection: { id: 'inspection 1' },
    })
    await plays[1]?.send(getprop('A'))
    await plays[1]?.end()
    expect(shown('A')).toMatchObject({ progress: 'read', inspection: { id: 'inspection 2' } })
    expect(new Set(tickets)).toEqual(new Set(['T-0007']))
  })

  test('is done with its ticket when that is closed, and belongs to it again when it is reopened', async () => {
    const { put, plays, shown, follower, ticketOfDevice } = setUp()
    ticketOfDevice.set('A', 'T-0007')
    await put(A)
    await plays[0]?.send(getprop('A'))
    await plays[0]?.end()
    const device = { id: 'A', serial: 'A', model: null }
    follower.ticketMoved({ id: 'T-0007', state: 'closed', device })
    expect(shown('A')?.ticketId).toBeNull()
    follower.ticketMoved({ id: 'T-0007', state: 'diagnosing', device })
    expect(follower.phoneOf('T-0007')).toBe('transport-1')
    await put()
    expect(shown('A')?.state).toBe('gone')
    follower.ticketMoved({ id: 'T-0007', state: 'closed', device })
    expect(shown('A')).toBeUndefined()
  })

  test('that falls back to asking for leave stops being read, and is read again when allowed', async () => {
    const { put, plays, shown } = setUp()
    await put(A)
    await plays[0]?.send(CLOCK)
    await put(listed(1, 'A', 'unauthorized'))
    expect(plays[0]?.signal.aborted).toBe(true)
    expect(shown('A')).toMatchObject({ state: 'unauthorized', progress: 'stopped' })
    await put(A)
    expect(plays).toHaveLength(2)
    await plays[1]?.end()
    expect(shown('A')?.progress).toBe('read')
  })

  test('is read by one reading at a time, however often it is asked for', async () => {
    const { put, plays, shown, follower } = setUp()
    await put(A)
    for (let times = 0; times < 20; times++) expect(follower.read('transport-1')).toBe(true)
    await settled()
    expect(plays.filter(({ signal }) => !signal.aborted)).toHaveLength(1)
    await plays.at(-1)?.end()
    expect(shown('A')).toMatchObject({ progress: 'read', inspection: { id: 'inspection 21' } })
    expect(follower.read('transport-2')).toBe(false)
  })
})

describe('several phones', () => {
  test('do not disturb one another', async () => {
    const { put, plays, shown, inspections } = setUp()
    await put(A, B)
    await plays[0]?.send(getprop('A'))
    await plays[1]?.send(CLOCK)
    await put(B)
    expect(shown('A')).toMatchObject({ state: 'gone', progress: 'stopped' })
    expect(plays[1]?.signal.aborted).toBe(false)
    await plays[1]?.send(getprop('B'))
    await plays[1]?.end()
    expect(shown('B')).toMatchObject({ progress: 'read', name: 'M B', inspection: { stopped: null } })
    expect([...inspections.values()].map(({ device }) => device)).toEqual(['A', 'B'])
  })

  test('of the same serial are two places', async () => {
    const { put, plays, follower } = setUp()
    await put(listed(1, 'same'), listed(2, 'same'))
    await plays[0]?.end()
    expect(follower.view().phones.map(({ key, progress }) => [key, progress])).toEqual([
      ['transport-1', 'read'],
      ['transport-2', 'reading'],
    ])
  })

  test('that are gone do not fill the screen', async () => {
    const { put, plays, follower } = setUp()
    for (let number = 1; number <= 20; number++) {
      await put(listed(number, `S${String(number)}`))
      await put()
    }
    expect(follower.view().phones.map(({ serial }) => serial)).toEqual(
      Array.from({ length: 8 }, (_, index) => `S${String(13 + index)}`),
    )
    expect(plays.every(({ signal }) => signal.aborted)).toBe(true)
  })
})

describe('a recording on the bench', () => {
  const played = { ...listed(-2, 'A'), recordedAt: '2026-11-20T10:02:00.000Z' }

  test('is marked as one, and kept apart from every phone', async () => {
    const { put, plays, follower, inspections } = setUp()
    await put(played)
    await plays[0]?.send(getprop('A'))
    await plays[0]?.end()
    expect(follower.view().phones).toMatchObject([
      { key: 'recording-2', training: true, recordedAt: played.recordedAt, progress: 'read' },
    ])
    expect([...inspections.values()].map(({ training }) => training)).toEqual([true])
  })

  test('takes neither the ticket nor the place of the phone that it was made of', async () => {
    const { put, plays, follower, ticketOfDevice } = setUp()
    ticketOfDevice.set('A', 'T-0001')
    const ticketOf = (key: string) => follower.view().phones.find((phone) => phone.key === key)?.ticketId
    await put(played, A)
    await plays[0]?.send(getprop('A'))
    await plays[1]?.send(getprop('A'))
    expect(ticketOf('transport-1')).toBe('T-0001')
    await put(played)
    await put(played, { ...listed(-3, 'A'), recordedAt: played.recordedAt })
    expect(follower.view().phones.map(({ key, ticketId }) => [key, ticketId])).toContainEqual([
      'recording-3',
      null,
    ])
    expect(ticketOf('transport-1')).toBe('T-0001')
  })

  test('says nothing about this computer’s clock', async () => {
    const { put, plays, follower } = setUp()
    await put(played, { ...played, transportId: -3 }, A)
    for (const play of plays) await play.send(CLOCK)
    expect(follower.view().clockDoubt).toBeNull()
  })
})

test('a phone of which nothing was read leaves nothing behind', async () => {
  const { put, follower } = setUp()
  await put(listed(1, 'A', 'recovery'))
  await put()
  expect(follower.view().phones).toEqual([])
  await put(listed(2, 'A', 'unauthorized'))
  follower.tie('transport-2', 'T-0001')
  await put()
  expect(follower.view().phones).toMatchObject([{ state: 'gone', ticketId: 'T-0001' }])
})

test('a ticket that was opened on a phone before it could be read gets that phone', async () => {
  const { put, plays, follower, tickets: pushed, store, shown } = setUp()
  await put(listed(1, 'A', 'unauthorized'))
  const opened = valueOf(
    await store.openTicket({
      customerName: 'Asha',
      customerPhone: '',
      said: '',
      symptoms: [],
      consents: [],
      inspectionId: null,
      at: '',
      who: '',
    }),
  )
  follower.tie('transport-1', opened.id)
  await put(A)
  await plays[0]?.send(CLOCK, getprop('A'))
  expect(shown('A')?.ticketId).toBe(opened.id)
  expect(valueOf(await store.ticket(opened.id))?.events.map(({ code }) => code)).toEqual(['opened', 'phone'])
  expect(pushed).toContain(opened.id)
})

test('a ticket that is about another phone is left alone', async () => {
  const refusing = () => Promise.resolve(failed('ticket.has-phone', { number: 'T-0001' }))
  const { put, plays, follower, shown, bugs } = setUp({ changeTicket: refusing })
  await put(listed(1, 'A', 'unauthorized'))
  follower.tie('transport-1', 'T-0001')
  await put(A)
  await plays[0]?.send(CLOCK, getprop('A'))
  expect(shown('A')).toMatchObject({ ticketId: null, unsaved: null, progress: 'reading' })
  expect(bugs).toEqual([])
})

describe('a record that cannot be written', () => {
  const refusing = () => Promise.resolve(FULL)

  test.each([
    ['beginInspection', { beginInspection: refusing }],
    ['addReadings', { addReadings: refusing }],
    ['nameDevice', { nameDevice: refusing }],
    ['openTicketOfDevice', { openTicketOfDevice: refusing }],
    ['endInspection', { endInspection: refusing }],
  ] as const)('at %s ends the reading, and says why until it is read again', async (_, over) => {
    const { put, plays, shown, follower } = setUp(over)
    await put(A)
    await plays[0]?.send(getprop('A'))
    await plays[0]?.send(CLOCK)
    await plays[0]?.end()
    expect(shown('A')).toMatchObject({ progress: 'stopped', unsaved: FULL.failure })
    follower.read('transport-1')
    expect(shown('A')).toMatchObject({ progress: 'reading', unsaved: null })
  })

  test('and a bug in it end the reading, which is said and told', async () => {
    const bug = new TypeError('a bug')
    const { put, plays, shown, bugs } = setUp({ addReadings: () => Promise.reject(bug) })
    await put(A)
    await plays[0]?.send(CLOCK)
    await plays[0]?.end()
    expect(shown('A')).toMatchObject({ progress: 'stopped', unsaved: { code: 'bug' } })
    expect(bugs).toEqual([bug])
  })

  test('leaves the other phone alone', async () => {
    const { store } = fakeStore()
    const { put, plays, shown } = setUp({
      nameDevice: (id, device) =>
        device.serial === 'A'
          ? refusing()
          : store.openTicketOfDevice(id).then(() => ({ ok: true, value: 'B' })),
    })
    await put(A, B)
    await plays[0]?.send(getprop('A'))
    await plays[1]?.send(getprop('B'))
    await plays[1]?.end()
    expect([shown('A')?.progress, shown('B')?.progress]).toEqual(['stopped', 'read'])
  })
})

test('closing ends every reading and follows the bench no more', async () => {
  const { put, plays, follower, listeners, inspections } = setUp()
  await put(A, B)
  await follower.close()
  for (const { signal } of plays) expect(signal.reason).toBe('cancelled')
  expect(plays).toHaveLength(2)
  expect(listeners.size).toBe(0)
  expect([...inspections.values()].map(({ end }) => end?.stopped)).toEqual(['cancelled', 'cancelled'])
})
