import { inAsciiDigits } from './digits.ts'

/** Currencies whose smallest unit is not a hundredth (ISO 4217, minor units). */
const DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
}

/** More is a slip of the finger, and every engine's integers hold it. */
const MOST = 2_000_000_000

export const minorDigits = (currency: string): number => DIGITS[currency.trim().toUpperCase()] ?? 2

/**
 * An amount as people write it ("1,499.50", "1 499,5", "1.499", "१४९९"), in minor units; null where it is none or could be
 * read two ways. The last sign counts as the decimal one when no more digits follow it than the currency has; three
 * digits after a sign are thousands.
 */
export const readAmount = (text: string, currency: string): number | null => {
  const plain = inAsciiDigits(text).replaceAll(/[\s\u00a0\u202f'’]/gu, '')
  const digits = minorDigits(currency)
  if (!/^\d[\d.,٫٬]*$/u.test(plain)) return null
  const signs = plain.replaceAll('٫', '.').replaceAll('٬', ',')
  const at = Math.max(signs.lastIndexOf('.'), signs.lastIndexOf(','))
  return at < 0
    ? joined(signs, '', '', digits)
    : joined(signs.slice(0, at), signs.slice(at + 1), signs.charAt(at), digits)
}

const joined = (head: string, tail: string, sign: string, digits: number): number | null => {
  const isDecimal = sign !== '' && tail.length > 0 && tail.length <= digits && !head.includes(sign)
  const groups = (isDecimal ? head : head + sign + tail).split(/[.,]/u)
  const [first = '', ...others] = groups
  // Groups of three, or of two before the last one as India writes lakhs.
  const isGrouped =
    first.length > 0 &&
    others.every((group, at) => group.length === 3 || (group.length === 2 && at < others.length - 1))
  if (!isGrouped || (others.length > 0 && first.length > 3)) return null
  const minor = Number(groups.join('') + (isDecimal ? tail.padEnd(digits, '0') : '0'.repeat(digits)))
  return minor <= MOST ? minor : null
}

/** "1499.50": plain, as it can be typed again. */
export const writeAmount = (minor: number, currency: string): string => {
  const digits = minorDigits(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
