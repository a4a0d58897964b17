/** Digits of every script stand in tens that begin at a multiple of what their zero is (Unicode, Nd). */
const asDigit = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0
  for (let zero = code; zero > code - 10; zero -= 1)
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero)
  return String((code - 0x30) % 10)
}

/** Those that are not written as 0 to 9 yet. */
const FOREIGN = /(?![0-9])\p{Nd}/gu

/** The digits of every script as 0 to 9; all else stays. */
export const inAsciiDigits = (text: string): string => text.normalize('NFKC').replaceAll(FOREIGN, asDigit)
