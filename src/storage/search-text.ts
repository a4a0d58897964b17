/** Only the digits, so that a phone number is found however it was written. */
export const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '')

/** The same however it is written. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What the search box looks in, for one ticket. */
export const searchText = (parts: readonly (string | null | undefined)[]): string =>
  fold(parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n'))

/** More is never typed, only pasted; SQLite refuses a LIKE pattern of 50 000 bytes. */
const LONGEST_SEARCH = 1000

/**
 * The words that all have to be found. What looks like a phone number (digits with the signs people write between
 * them) is looked for as its digits.
 */
export const searchWords = (search: string): readonly string[] => {
  const folded = fold(search.trim().slice(0, LONGEST_SEARCH)).trim()
  if (folded === '') return []
  if (/^[+\d][\d\s().-]*$/u.test(folded) && digitsOf(folded) !== '') return [digitsOf(folded)]
  return folded.split(/\s+/u).slice(0, 8)
}
