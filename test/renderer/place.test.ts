import { describe, expect, it } from 'vitest'
import { hasWords } from '../../src/renderer/src/screens/knowledge/has-words.ts'
import { hashOf, PAGES, placeOf } from '../../src/renderer/src/store/place.ts'

describe('the place in the address', () => {
  it.each(PAGES)('%s is found again', (page) => {
    expect(placeOf(hashOf({ page, ticketId: null }))).toEqual({ page, ticketId: null })
  })

  it('keeps the ticket, whatever its id', () => {
    const place = { page: 'tickets', ticketId: 'a/b #ü' } as const
    expect(placeOf(hashOf(place))).toEqual(place)
  })

  it('is the counter for anything else', () => {
    expect(placeOf('')).toEqual({ page: 'counter', ticketId: null })
    expect(placeOf('#/nowhere/1')).toEqual({ page: 'counter', ticketId: null })
  })
})

describe('the filter of the knowledge', () => {
  it('wants every word, in any order and case', () => {
    expect(hasWords('ZONE clock', ['Clock, date or time zone wrong'])).toBe(true)
    expect(hasWords('clock wifi', ['Clock, date or time zone wrong'])).toBe(false)
    expect(hasWords('', ['anything'])).toBe(true)
  })
})
