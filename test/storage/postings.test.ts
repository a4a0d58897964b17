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
  withoutPlace,
  withPlace,
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

test('a place more or less gives the row that all of them together give', () => {
  const before = fc.oneof(places, fc.uniqueArray(fc.nat(BLOCK - 1), { minLength: 330, maxLength: 350 }))
  fc.assert(
    fc.property(before, fc.nat(BLOCK - 1), fc.boolean(), (some, any, isLast) => {
      const place = isLast ? BLOCK - 1 : any
      const rising = (all: readonly number[]): readonly number[] => all.toSorted((one, other) => one - other)
      const others = some.filter((each) => each !== place)
      const [without, having] = [
        postingsOfPlaces(rising(others)),
        postingsOfPlaces(rising([...others, place])),
      ]
      expect(withPlace(without, place)).toBe(having)
      expect(withPlace(having, place)).toBe(having)
      expect(withoutPlace(having, place)).toBe(without)
    }),
    { numRuns: 200 },
  )
})

test('a word that every ticket has, and one that none has', () => {
  const all = Array.from({ length: BLOCK }, (_, place) => place)
  const bits = noBits()
  addPostings(bits, postingsOfPlaces(all))
  expect(countBits(bits)).toBe(BLOCK)
  expect(postingsOf(noBits())).toBe('')
})
