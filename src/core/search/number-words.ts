import { digitsOf, searchForm } from './search-form.ts'

/** Before a number read from its end, so that its last digits are a beginning too. */
const FROM_THE_END = '<'

/** Fewer digits are no phone number (an extension, a model). */
const SHORTEST_PHONE = 7
const LONGEST_PHONE = 20
/** A national number is told without what stands before the last nine digits (core/phone-number.ts says why). */
const TELLING = 9
/** Codes of countries have up to three digits (ITU-T E.164). */
const LONGEST_COUNTRY = 3
/** More digits than any national number: the country is in it. */
const LONGEST_NATIONAL = 10

export const fromTheEnd = (word: string): string => FROM_THE_END + Array.from(word).toReversed().join('')

/** A serial or an IMEI: found by its beginning and by its end. */
export const codeWords = (code: string): readonly string[] => {
  const plain = searchForm(code).replaceAll(/[^\p{L}\p{N}]/gu, '')
  return plain === '' ? [] : [plain, fromTheEnd(plain)]
}

const oneNumber = (text: string): readonly string[] => {
  const digits = digitsOf(text)
  if (digits.length < 3) return []
  const plain = digits.replace(/^0+/u, '')
  const words = [plain, fromTheEnd(digits)]
  const isInternational = /^\s*(?:\+|00)/u.test(text) || plain.length > LONGEST_NATIONAL
  if (isInternational)
    for (let country = 1; country <= LONGEST_COUNTRY; country += 1)
      if (plain.length - country >= SHORTEST_PHONE) words.push(plain.slice(country))
  return words.filter((word) => word !== '')
}

/** A phone number: found by its beginning with and without the country, and by its end. Several may be written there. */
export const phoneWords = (phone: string): readonly string[] => phone.split(/[,;/|\n]/u).flatMap(oneNumber)

const WRITTEN = /\+?\p{Nd}[\p{Nd} ().-]{5,}\p{Nd}/gu

/** Phone numbers that somebody wrote into a text. */
export const phoneWordsIn = (text: string): readonly string[] =>
  [...text.matchAll(WRITTEN)].flatMap(([number]) => {
    const { length } = digitsOf(number)
    return length >= SHORTEST_PHONE && length <= LONGEST_PHONE ? oneNumber(number) : []
  })

/** What a number that is looked for may begin with in the record. */
export const numberBeginnings = (text: string): readonly string[] => {
  const digits = digitsOf(text)
  const plain = digits.replace(/^0+/u, '')
  const beginnings = plain === '' ? [] : [plain]
  if (digits.length >= 3) beginnings.push(fromTheEnd(digits.slice(-TELLING)))
  return beginnings
}
