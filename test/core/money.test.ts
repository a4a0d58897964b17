import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorDigits, readAmount, writeAmount } from '../../src/core/money.ts'

test.each([
  ['1499', 'INR', 149_900],
  ['1,499.50', 'INR', 149_950],
  ['1.499,50', 'EUR', 149_950],
  ['1 499,5', 'EUR', 149_950],
  ['1’499.50', 'CHF', 149_950],
  ['1.499', 'EUR', 149_900],
  ['1,23,456', 'INR', 12_345_600],
  ['१४९९', 'INR', 149_900],
  ['١٬٤٩٩٫٥', 'EGP', 149_950],
  ['250000', 'VND', 250_000],
  ['250.000', 'VND', 250_000],
  ['1.500', 'KWD', 1500],
  ['0', '', 0],
  ['0.05', 'usd', 5],
])('%s %s', (text, currency, minor) => {
  expect(readAmount(text, currency)).toBe(minor)
})

test.each([
  '',
  'free',
  '-5',
  '1.5',
  '12.34.56',
  '1,2,3',
  '1..5',
  '.5',
  '5.',
  '1e5',
  '1234.567.8',
  '99999999999999',
])('%j is no amount in VND or reads two ways', (text) => {
  expect(readAmount(text, 'VND')).toBeNull()
})

test('what is written can be read again', () => {
  const currency = fc.constantFrom('INR', 'EUR', 'JPY', 'KWD', '')
  fc.assert(
    fc.property(fc.nat(2_000_000_000), currency, (minor, name) => {
      expect(readAmount(writeAmount(minor, name), name)).toBe(minor)
    }),
  )
})

test('rubbish is an amount in whole minor units, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('INR', 'JPY', 'KWD'), (text, name) => {
      const minor = readAmount(text, name)
      expect(minor === null || (Number.isSafeInteger(minor) && minor >= 0)).toBe(true)
      expect(minorDigits(name)).toBeLessThan(4)
    }),
  )
})
