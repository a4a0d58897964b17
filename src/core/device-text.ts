/**
 * Text that came from a phone, or from whatever answers on the adb port, made fit to show and to keep:
 * cut to a length and free of control, escape, bidirectional and invisible format characters.
 * The brand makes the compiler refuse raw text where only cleaned text belongs.
 */
export type DeviceText = string & { readonly __brand: 'DeviceText' }

/** Longest value a reading shows; a build fingerprint is about 120 characters. */
const LONGEST = 200

// An escape sequence goes as a whole, so that "ESC[31mred" leaves "red" and not "[31mred" (ECMA-48: CSI, OSC, two-character).
// oxlint-disable-next-line no-control-regex -- control characters are what this expression is for
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])?/gu

// Cc, Cf (bidirectional controls, zero-width and tag characters), Cs (lone surrogates), Co, Cn, line and paragraph separators.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu

/** Half of a surrogate pair that was cut. */
const FORBIDDEN_AT_END = /\p{Cs}$/u

// Sorting marks into NFC order takes time with the square of their number; real text has a handful on a letter
// (UAX #15, Stream-Safe Text: at most 30).
const MARKS = /(\p{M}{30})\p{M}+/gu

/** Nothing here to clean or to compose; nearly all that a phone says is so, and to see it costs next to nothing. */
const PLAIN = /^[ -~]*$/u

/** Cut again afterwards: a few marks become two (U+0344). */
const composed = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(MARKS, '$1').normalize('NFC').replace(MARKS, '$1')

/** Cleans one value: idempotent, never longer than `longest` UTF-16 units, never throws. */
export const cleanDeviceText = (raw: string, longest: number = LONGEST): DeviceText => {
  // Nothing beyond a few times the final length is looked at: a phone may send megabytes as its model name.
  const head = raw.slice(0, longest * 4)
  // Blanks come together once what stood between them is gone.
  const visible = PLAIN.test(head)
    ? head
    : head.replace(ESCAPE_SEQUENCE, '').replace(/\s/gu, ' ').replace(FORBIDDEN, '')
  const plain = composed(visible.replace(/ +/gu, ' ')).trim()
  if (plain.length <= longest) return plain as DeviceText
  // Cutting may split a surrogate pair or leave a blank at the end.
  return plain.slice(0, longest).replace(FORBIDDEN, '').trim() as DeviceText
}

/** Cleans text of several lines (the raw text kept with a reading): line ends stay, the rest as in cleanDeviceText. */
export const cleanDeviceLines = (raw: string, longest = 20_000): DeviceText => {
  const lines = raw
    .slice(0, longest)
    .replace(ESCAPE_SEQUENCE, '')
    .split(/\r?\n/u)
    .map((line) =>
      (PLAIN.test(line) ? line : composed(line.replace(/\t/gu, ' ').replace(FORBIDDEN, ''))).trimEnd(),
    )
    .join('\n')
  if (lines.length <= longest) return lines as DeviceText
  return lines.slice(0, longest).replace(FORBIDDEN_AT_END, '').trimEnd() as DeviceText
}
