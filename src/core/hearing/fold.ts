/** Joiners, direction marks, soft hyphens, variation selectors: nobody sees them, and pasted text is full of them. */
const UNSEEN = /[\p{Cf}\u034f\ufe00-\ufe0f]/gu
const APOSTROPHES = /['’‘`´ʼ]/gu
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/gu
const DIGIT = /^\p{Nd}$/u

/** Each script's digits stand side by side from 0 to 9, so the distance to the first of them is the value. */
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

/**
 * One form for what people read as the same: small letters, full-width and ligature forms resolved (NFKC), no accents
 * on Latin letters, one sigma, one ё, ASCII digits for those of any script, nothing unseen.
 */
export const fold = (text: string): string => {
  // Most words are plain already, and this is asked for thousands of them.
  if (/^[a-z0-9]*$/u.test(text)) return text
  return text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(LATIN_MARKS, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replaceAll('ς', 'σ')
    .replaceAll('ё', 'е')
    .replace(FOREIGN_DIGIT, asciiDigit)
}
