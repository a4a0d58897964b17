import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasCheckDigit, readImei } from '../../src/core/imei.ts'

test.each([
  ['490154203237518', '490154203237518'],
  [' 49-015420-323751-8 ', '490154203237518'],
  ['IMEI1: 490154203237518', '490154203237518'],
  ['IMEI 490154203237518', '490154203237518'],
  ['IMEI 2 490154203237518', '490154203237518'],
  ['imei/ 4901 5420 3237 518', '490154203237518'],
  ['४९०१५४२०३२३७५१८', '490154203237518'],
])('%j', (text, imei) => {
  expect(readImei(text)).toBe(imei)
})

test.each([
  '',
  '490154203237519',
  '49015420323751',
  '4901542032375180',
  'x490154203237518',
  '000000000000000',
  'T-0001',
])('%j is none', (text) => {
  expect(readImei(text)).toBeNull()
})

test('one digit wrong, or two neighbours changed over, is noticed', () => {
  const fourteen = fc.array(fc.nat(9), { minLength: 14, maxLength: 14 })
  fc.assert(
    fc.property(fourteen, fc.nat(14), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const last = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) =>
        hasCheckDigit(`${digits.join('')}${String(digit)}`),
      )
      const whole = [...digits, last ?? 0]
      const wrong = whole.map((digit, place) => (place === at ? (digit + by) % 10 : digit)).join('')
      expect(hasCheckDigit(whole.join(''))).toBe(true)
      expect(readImei(wrong)).toBeNull()
    }),
  )
})
