import { assert, constantFrom, date, integer, property, string, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COPY_KINDS, copyKind, copyName, copyTime } from '../../../src/core/copies/copy-name.ts'
import { copiesToThin, isCopyDue, isCopyOld, KEPT, MONTHS_KEPT } from '../../../src/core/copies/schedule.ts'

const NOW = new Date('2026-11-23T10:00:00.000Z')
const hoursAgo = (hours: number): string => new Date(NOW.getTime() - hours * 3_600_000).toISOString()

const moment = date({
  min: new Date('2020-01-01T00:00:00.000Z'),
  max: new Date('2030-01-01T00:00:00.000Z'),
  noInvalidDate: true,
})

describe('a copy’s name', () => {
  test('says what it is and when it was made', () => {
    const kinds = COPY_KINDS.filter((kind) => kind !== 'named')
    assert(
      property(constantFrom(...kinds), moment, (kind, at) => {
        const name = copyName(kind, at.toISOString(), kind === 'version' ? '0030-phone-key' : '')
        expect([copyKind(name), copyTime(name)]).toEqual([kind, at.toISOString()])
        expect(name).toMatch(/^[\w.-]+$/u)
      }),
    )
  })

  test('that somebody else gave says nothing of either', () => {
    assert(
      property(string(), (name) => {
        expect([copyKind(name), copyTime(name)]).toEqual(['named', null])
      }),
    )
    expect(copyTime('benchside-copy-2026-99-99T99-99-99-999Z.db')).toBeNull()
  })
})

describe('a copy is due', () => {
  test.each([
    [null, true, true],
    [hoursAgo(1), false, false],
    [hoursAgo(13), false, true],
    [hoursAgo(25), true, true],
    // The clock was put back since.
    [hoursAgo(-100), true, true],
    ['rubbish', true, true],
  ])('the last at %s: while used %s, at quitting %s', (last, used, quitting) => {
    expect([isCopyDue(last, NOW, 'used'), isCopyDue(last, NOW, 'quitting')]).toEqual([used, quitting])
  })

  test('and old when nobody made one for days', () => {
    expect([isCopyOld(hoursAgo(71), NOW), isCopyOld(hoursAgo(73), NOW)]).toEqual([false, true])
  })
})

test('the newest are kept, then one a month for a year, and nothing that was kept goes later before its time', () => {
  const some = uniqueArray(moment, { maxLength: 60, selector: (at) => at.getTime() })
  assert(
    property(some, integer({ min: 0, max: 30 }), (moments, kept) => {
      const copies = moments.map((at) => ({ name: at.toISOString(), at: at.toISOString() }))
      const gone = new Set(copiesToThin(copies, kept).map(({ name }) => name))
      const left = copies.filter(({ name }) => !gone.has(name))
      const newest = copies
        .map(({ at }) => at)
        .toSorted()
        .toReversed()
        .slice(0, Math.max(kept, KEPT.least))
      expect(newest.every((at) => !gone.has(at))).toBe(true)
      const older = left.filter(({ at }) => !newest.includes(at))
      const months = older.map(({ at }) => at.slice(0, 7))
      expect(new Set(months).size).toBe(months.length)
      expect(months.length).toBeLessThanOrEqual(MONTHS_KEPT)
      // Thinned once more, nothing else goes.
      expect(copiesToThin(left, kept)).toEqual([])
    }),
  )
})
