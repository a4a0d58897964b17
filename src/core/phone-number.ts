import { inAsciiDigits } from './digits.ts'

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
  const digits = inAsciiDigits(text).replaceAll(/\D/gu, '')
  return digits.length < SHORTEST ? '' : digits.slice(-TELLING)
}
