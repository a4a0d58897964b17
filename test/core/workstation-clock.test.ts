import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { againstTrueTime, readInternetTime, readPhonesTime } from '../../src/core/workstation-clock.ts'
import { diagnose } from '../../src/core/diagnosis/diagnose.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { HEALTHY, readingsFrom } from './diagnosis/readings.ts'

const NOON = Date.parse('Mon, 23 Nov 2026 12:00:00 GMT')
const answer = (host: string, wrongBy: number, waited = 200) => ({
  host,
  date: new Date(NOON + wrongBy * 1000).toUTCString(),
  sentAt: NOON + 500 - waited / 2,
  receivedAt: NOON + 500 + waited / 2,
})

describe('what servers on the internet tell', () => {
  test('two that agree tell how wrong this computer is', () => {
    expect(readInternetTime([answer('a', 300), answer('b', 300, 400), answer('c', 9000)])).toEqual({
      status: 'measured',
      value: 300,
      unit: 's',
      uncertainty: 0.6,
      command: 'HTTP Date of a, b',
    })
  })

  test.each([
    ['nobody answered', []],
    ['one alone', [answer('a', 300)]],
    ['two that do not agree', [answer('a', 300), answer('b', 0)]],
    [
      'other forms of a date',
      [
        { ...answer('a', 0), date: '2026-11-23T12:00:00Z' },
        { ...answer('b', 0), date: '23 Nov 2026' },
      ],
    ],
    ['a clock that was set while waiting', [answer('a', 0, -1), answer('b', 0, -1)]],
  ])('%s: not known', (_, answers) => {
    expect(readInternetTime(answers).status).toBe('unreadable')
  })

  test('whatever they send, it is a finite number or not known', () => {
    const told = fc.record({
      host: fc.string(),
      date: fc.oneof(
        fc.string(),
        fc.date().map((date) => date.toUTCString()),
      ),
      sentAt: fc.double(),
      receivedAt: fc.double(),
    })
    fc.assert(
      fc.property(fc.array(told, { maxLength: 5 }), (answers) => {
        const reading = readInternetTime(answers)
        const [value, uncertainty] =
          reading.status === 'measured' ? [reading.value, reading.uncertainty ?? -1] : [0, 0]
        expect(Number.isFinite(value)).toBe(true)
        expect(uncertainty).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('a phone’s clock against the true time', () => {
  const read = (phone: number, own?: number) =>
    readingsFrom({
      ...HEALTHY,
      'clock.offset': { value: phone, uncertainty: 0.2 },
      ...(own !== undefined && { 'clock.workstation': { value: own, uncertainty: 1 } }),
    })
  const chanceOfClock = (readings: ReturnType<typeof read>): number =>
    diagnose({ readings }, SHIPPED, 'en').causes.find(({ id }) => id === 'clock-wrong')?.probability ?? 1

  test('this computer’s own error is taken out, and doubt adds up', () => {
    expect(againstTrueTime(read(3600, 3600))['clock.offset']).toMatchObject({ value: 0, uncertainty: 1.2 })
    expect(againstTrueTime(read(0, -3600))['clock.offset']).toMatchObject({ value: 3600 })
    expect(againstTrueTime(read(40))['clock.offset']).toMatchObject({ value: 40, uncertainty: 0.2 })
    expect(againstTrueTime({})).toEqual({})
  })

  test('a right phone beside a wrong computer is not blamed, a wrong one that agrees with it is', () => {
    expect(chanceOfClock(read(3600))).toBeGreaterThan(0.9)
    expect(chanceOfClock(read(3600, 3600))).toBeLessThan(0.01)
    expect(chanceOfClock(read(0, -3600))).toBeGreaterThan(0.9)
  })

  test('phones that agree are believed to the minute', () => {
    expect(readPhonesTime({ seconds: -7200, phones: 2 })).toMatchObject({ value: -7200, uncertainty: 60 })
  })
})
