import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { hear } from '../../../src/core/hearing/hear.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

const LONGEST = 20_000
const filled = (unit: string, length = LONGEST): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** The processor's time, not the wall's: other tests run beside this one. The least of a few, past the compiler's. */
const cost = (text: string): number => {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    hear(text, SHIPPED)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

beforeAll(() => {
  hear('नहीं 不 не no', SHIPPED)
})

test.each([
  'I cannot sign in to my Mi account on the phone, it says invalid username or password but I am sure. ',
  'not ',
  'invalid ',
  'no not never ',
  'a',
  '我的手机登录不了小米账号，验证码收不到，',
  'मेरा अकाउंट नहीं खुलता ',
  'не могу войти в аккаунт, пишет неверный пароль ',
  'acount pasword verfication sercurity ',
  '\u200b',
  'e\u0301',
  '70016 ',
  '<...|*> ',
])('20,000 characters of “%s” are heard in a few milliseconds', (unit) => {
  // Three to twelve on a quiet machine; a quadratic search would take seconds.
  expect(cost(filled(unit))).toBeLessThan(80)
})

test('four times the text costs about four times as much', () => {
  const unit = 'my new phone says wrong password, the code never comes and the laptop works fine '
  cost(filled(unit))
  const short = Math.max(cost(filled(unit, LONGEST / 4)), 0.5)
  expect(cost(filled(unit)) / short).toBeLessThan(10)
})

test('more than the longest text costs no more', () => {
  expect(hear(filled('captcha ', 2_000_000), SHIPPED)).toEqual(hear(filled('captcha '), SHIPPED))
})

test('any text ends, and what was heard is part of it', { timeout: 30_000 }, () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
    fc.constantFrom(
      'not',
      '不',
      'нет',
      'नहीं',
      '...',
      '|',
      '\ud800',
      '\u202e',
      '٣',
      'ß',
      'İ',
      'ﬃ',
      '登录',
      'vpn',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), fc.constantFrom('', ' ', ', '), (pieces, between) => {
      const said = pieces.join(between)
      for (const { words } of hear(said, SHIPPED)) expect(said).toContain(words)
    }),
  )
})
