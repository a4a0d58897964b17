import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/core/reading.ts'
import {
  orderReadings,
  readingWeights,
  type ReadingRow,
} from '../../src/renderer/src/screens/counter/order-readings.ts'
import { sameReasons } from '../../src/renderer/src/screens/counter/same-reasons.ts'
import { diagnosis, inspection } from './fake-views.ts'

const TONES: Readonly<Record<string, 'bad' | 'notice'>> = {
  'clock.offset': 'bad',
  'package.com.xiaomi.account': 'bad',
  'clock.automatic': 'notice',
  'power.dataSaver': 'notice',
}

const sayOne = (id: string, reading: Reading<unknown>) => ({
  label: id,
  value: '',
  tone: reading.status === 'unreadable' ? ('unknown' as const) : (TONES[id] ?? ('fine' as const)),
})

describe('readings that could not be taken', () => {
  const unread = (id: string, reason: string, weight = 0): ReadingRow => ({
    id,
    reading: { status: 'unreadable', reason },
    said: { label: id, value: reason, tone: 'unknown' },
    raw: null,
    at: null,
    weight,
    speaks: [],
  })

  it('are one line where three of them have one reason and weigh nothing', () => {
    const rows = [unread('a', 'No.'), unread('b', 'Later.'), unread('c', 'No.'), unread('d', 'No.')]
    const { single, folded } = sameReasons(rows)
    expect(single.map(({ id }) => id)).toEqual(['b'])
    expect(folded.map(({ reason, rows: same }) => [reason, same.map(({ id }) => id)])).toEqual([
      ['No.', ['a', 'c', 'd']],
    ])
  })

  it('stand alone where there are two, or where one of them weighs something', () => {
    const rows = [unread('a', 'No.'), unread('b', 'No.'), unread('c', 'No.', 0.5)]
    expect(sameReasons(rows)).toEqual({ single: rows, folded: [] })
  })
})

describe('the order of readings', () => {
  it('puts first what speaks for or against a cause, the worst and strongest first; the fine ones fold', () => {
    const { shown, fine } = orderReadings(inspection(), diagnosis(), sayOne)
    expect(shown.map(({ id }) => id)).toEqual([
      'clock.offset',
      'package.com.xiaomi.account',
      'clock.automatic',
      'power.dataSaver',
      'network.hosts',
      'findDevice.locked',
    ])
    expect(fine.map(({ said }) => said.tone).every((tone) => tone === 'fine')).toBe(true)
    expect(shown.length + fine.length).toBe(Object.keys(inspection().readings).length)
  })

  it('never folds what could not be read among the fine ones', () => {
    const { fine } = orderReadings(inspection(), null, sayOne)
    expect(fine.some(({ reading }) => reading.status === 'unreadable')).toBe(false)
  })

  it('keeps the raw text and the time of each', () => {
    const [first] = orderReadings(inspection(), diagnosis(), sayOne).shown
    expect([first?.raw !== null, first?.at !== null]).toEqual([true, true])
  })

  it('weighs a reading by its factor and by how likely its cause is', () => {
    const weights = readingWeights(diagnosis())
    expect(weights.get('clock.offset') ?? 0).toBeGreaterThan(weights.get('clock.automatic') ?? 0)
    expect(weights.has('SY02')).toBe(false)
  })

  it('names the causes that a reading speaks for or against by itself, and no others', () => {
    const { shown, fine } = orderReadings(inspection(), diagnosis(), sayOne)
    const spoken = new Map([...shown, ...fine].map(({ id, speaks }) => [id, speaks]))
    const expected = diagnosis().causes.flatMap(({ title, because }) =>
      because
        .filter(({ evidence, direct }) => direct && evidence === 'reading:clock.offset')
        .map(({ effect }) => ({ effect, cause: title })),
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(spoken.get('clock.offset')).toEqual(expected)
    expect(spoken.get('phone.brand')).toEqual([])
  })

  it('calls a reading fine that was set right after what the causes rest on, and lets it speak no more', () => {
    const sayFine = (id: string, reading: Reading<unknown>) => ({
      ...sayOne(id, reading),
      tone: 'fine' as const,
    })
    const clockIn = (outdated?: ReadonlySet<string>) => {
      const { shown, fine } = orderReadings(inspection(), diagnosis(), sayFine, outdated)
      return [...shown, ...fine].find(({ id }) => id === 'clock.offset')
    }
    expect(clockIn()?.said.tone).toBe('notice')
    expect(clockIn(new Set(['clock.offset']))).toMatchObject({ said: { tone: 'fine' }, speaks: [] })
  })

  it('has nothing to show of nothing', () => {
    expect(orderReadings(null, null, sayOne)).toEqual({ shown: [], fine: [] })
  })
})
