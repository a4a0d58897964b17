import { inAsciiDigits } from './digits.ts'

const LENGTH = 15

/** 3GPP TS 23.003, annex B: every second digit from the right counts double, its own digits added up. */
export const hasCheckDigit = (digits: string): boolean => {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

/**
 * The IMEI in what was typed or scanned: fifteen digits with the signs that people and labels put between them, the last
 * of them right. Null for anything else; all zeros is what a phone without one says.
 */
export const readImei = (text: string): string | null => {
  const plain = inAsciiDigits(text).replace(/^\s*(?:imei\s*(?:\d(?=[\s:=/]))?\s*[:=/]?)?\s*/iu, '')
  if (!/^[\d\s./-]+$/u.test(plain)) return null
  const digits = plain.replaceAll(/\D/gu, '')
  return digits.length === LENGTH && !/^0+$/u.test(digits) && hasCheckDigit(digits) ? digits : null
}
