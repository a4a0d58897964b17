// Controls and unpaired surrogates are no text that a page may hold.
const NO_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text, and never a part of the page, whoever wrote it. */
export const escaped = (words: string): string =>
  words.replace(NO_TEXT, '').replace(/[&<>"']/gu, (mark) => MARKS[mark] ?? '')
