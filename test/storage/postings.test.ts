import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addPostings,
  BLOCK,
  clearBit,
  countBits,
  hasBit,
  noBits,
  placesOf,
  postingsOf,
  postingsOfPlaces,
  setBit,
} from '../../src/storage/search/postings.ts'

const places = fc.uniqueArray(fc.nat(BLOCK - 1), { maxLength: BLOCK, size: 'max' })

test('what a row holds comes back, as a list or as a map', () => {
  fc.assert(
    fc.property(places, (some) => {
      const rising = some.toSorted((one, other) => one - other)
      const bits = noBits()
      for (const place of some) setBit(bits, place)
      expect(countBits(bits)).toBe(some.length)
      expect(postingsOf(bits)).toBe(postingsOfPlaces(rising))
      const back = noBits()
      addPostings(back, postingsOf(bits))
      expect(placesOf(back)).toEqual(rising.toReversed())
      const [first] = some
      if (first === undefined) return
      expect(hasBit(back, first)).toBe(true)
      clearBit(back, first)
      expect(hasBit(back, first)).toBe(false)
      expect(countBits(back)).toBe(some.length - 1)
    }),
    { numRuns: 60 },
  )
})

test('a word that every ticket has, and one that none has', () => {
  const all = Array.from({ length: BLOCK }, (_, place) => place)
  const bits = noBits()
  addPostings(bits, postingsOfPlaces(all))
  expect(countBits(bits)).toBe(BLOCK)
  expect(postingsOf(noBits())).toBe('')
})
