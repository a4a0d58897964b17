import { expect, test } from 'vitest'
import { identifies } from '../../src/core/serial.ts'

test.each([
  '0123456789ABCDEF',
  '0123456789abcdef',
  '00000000',
  '1111111',
  '????????????',
  'unknown',
  '',
  ' ',
  '(no serial number)',
  'UNKNOWN ',
])('“%s” is nobody’s', (serial) => expect(identifies(serial)).toBe(false))

test.each(['71d23d60', '0123456789ABCDEA', 'A', 'e7f54be2', '127.0.0.1:5555', '10000000'])(
  '“%s” is a phone’s own',
  (serial) => expect(identifies(serial)).toBe(true),
)
