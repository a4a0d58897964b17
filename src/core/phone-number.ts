/** Fewer digits are an extension or the beginning of a number. */
const SHORTEST = 7
/** What stands before the last nine digits is how a number is dialled from elsewhere: +91, 0091, 0, 8. */
const TELLING = 9

/**
 * What two ways of writing one phone number have in common, or '' where there is too little of it: its last nine
 * digits. National numbers are at most so long in nearly every country once the prefix is taken off (ITU-T E.164 allows
 * 15 with the country code), so that "+91 98765 43210" and "098765 43210" meet without knowing the shop's country.
 */
export const phoneNumberKey = (text: string): string => {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, asDigit)
    .replaceAll(/\D/gu, '')
  return digits.length < SHORTEST ? '' : digits.slice(-TELLING)
}

/** Digits of every script stand in tens that begin at a multiple of what their zero is (Unicode, Nd). */
const asDigit = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0
  for (let zero = code; zero > code - 10; zero -= 1)
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero)
  return String((code - 0x30) % 10)
}
