import { fold } from '../hearing/fold.ts'

/** Letters that Unicode does not take apart, and that people leave out on another keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  // Arabic and Persian keyboards write the same word with different letters; so do Urdu ones.
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ة: 'ه',
  ۀ: 'ه',
}
const LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')
/** Vowel signs of Arabic, and the nukta of Indian scripts: many leave them out. */
const LEFT_OUT = /[\u064b-\u065f\u0670\u093c\u09bc\u0a3c\u0abc\u0b3c]/gu
/** Most texts, and those that a list is made of in the hundreds: what is done with them is done without tables. */
export const PLAINLY_WRITTEN = /^[\u0020-\u007e‘’]*$/u

/** One form for what people look for as the same, however it was written down. */
export const searchForm = (text: string): string => {
  // An apostrophe is not written by everybody.
  if (PLAINLY_WRITTEN.test(text)) return text.toLowerCase().replaceAll(/['`‘’]/gu, '')
  return fold(text)
    .replaceAll(LEFT_OUT, '')
    .replaceAll(LETTERS, (letter) => PLAIN[letter] ?? letter)
}

export const digitsOf = (text: string): string => searchForm(text).replaceAll(/[^0-9]/gu, '')
