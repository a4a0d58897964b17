import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { phoneNumberKey } from '../../src/core/phone-number.ts'

test.each([
  '+91 98765 43210',
  '0091-98765-43210',
  '098765 43210',
  '(98765) 43210',
  '９８７６５４３２１０',
  '+९१ ९८७६५ ४३२१०',
  '٩٨٧٦٥٤٣٢١٠',
])('%s is one number', (text) => {
  expect(phoneNumberKey(text)).toBe('876543210')
})

test.each(['', 'none', '12345', 'call 123-456'])('%j is too little to know anybody by', (text) => {
  expect(phoneNumberKey(text)).toBe('')
})

test('whatever is typed, it is digits or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(phoneNumberKey(text)).toMatch(/^(?:\d{7,9})?$/u)
    }),
  )
})
