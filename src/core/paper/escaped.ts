// Controls and unpaired surrogates are no text that a page may hold.
// oxlint-disable-next-line no-control-regex -- control characters are what this expression is for
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu

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
