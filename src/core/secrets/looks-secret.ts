import { inAsciiDigits } from '../digits.ts'
import { readImei } from '../imei.ts'
import { CODE_WORDS, PASSWORD_WORDS } from './secret-words.ts'

/** Something in what was typed that should not be kept, and where it stands. */
export type LooksSecret = {
  readonly kind: 'password' | 'code' | 'imei'
  readonly from: number
  readonly to: number
}

/** Scripts that put nothing between words. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}`
const escaped = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
const anyOf = (words: readonly string[]): string =>
  [...words]
    .toSorted((one, other) => other.length - one.length)
    .map(escaped)
    .join('|')

/** What leads from the name to the thing: "is", a colon, or nothing; in some languages it is part of the word. */
const LINK = String.raw`\s{0,3}(?:(?<sign>[:=：])|(?:is|ist|es|est|é|e|это|hai|है|هو|ہے|是|は|為|-|–|—)(?=[\s:：]|[\p{L}\p{N}]*\d))?\s{0,3}[:=："'“”«»]{0,3}\s{0,3}`
const pattern = (words: readonly string[], secret: string): RegExp =>
  new RegExp(
    `(?:(?<![\\p{L}\\p{M}\\p{N}])|(?<=[${UNSPACED}]))(?:${anyOf(words)})(?![\\p{Ll}\\p{Lu}\\p{M}])${LINK}(?<secret>${secret})`,
    'giu',
  )

const TOKEN = String.raw`[^\s"'“”«»,;]{3,64}`
const PASSWORDS = pattern(PASSWORD_WORDS, TOKEN)
const CODES = pattern(CODE_WORDS, String.raw`\p{Nd}(?:[ -]?\p{Nd}){3,9}(?![\p{Nd}\p{L}])`)
/** A word that nobody would say: small and large letters, digits and signs together; no address of mail or web is one. */
const ANY_TOKEN = /[^\s"'“”«»,;()]{7,64}/gu
const LONG_NUMBER = /(?<![\p{L}\p{N}])\p{Nd}(?:[ ./-]?\p{Nd}){14}(?![\p{L}\p{N}])/gu

const isAddress = (token: string): boolean => /@[\p{L}\p{N}-]+\.\p{L}|[/\\]/u.test(token)
const isMixed = (token: string): boolean =>
  !isAddress(token) &&
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[!#$%&*?@^][^.:]/u].every((kind) => kind.test(token))

/** What is said of a password after a colon, and is none. */
const SAID_OF_ONE: ReadonlySet<string> = new Set([
  'accepted',
  'changed',
  'correct',
  'forgot',
  'forgotten',
  'incorrect',
  'invalid',
  'refused',
  'rejected',
  'unknown',
  'works',
  'working',
  'falsch',
  'vergessen',
  'olvidada',
  'incorrecta',
  'esquecida',
  'incorreta',
  'oublié',
  'incorrect',
  'неверный',
  'забыли',
  'yanlış',
  'unuttu',
])

/** After a mere blank only what no sentence would go on with: "password wrong" is no password, "password Asha123" is. */
const isTelling = (token: string, hasSign: boolean): boolean => {
  const digits = inAsciiDigits(token).replaceAll(/\D/gu, '').length
  if (hasSign)
    return (
      digits > 0 ||
      /[!#$%&*@^_]/u.test(token) ||
      (/^\p{L}{6,}$/u.test(token) && !SAID_OF_ONE.has(token.toLowerCase()))
    )
  return (
    token.length >= 4 && (digits >= 4 || (digits > 0 && /\p{L}/u.test(token)) || /[!#$%&*@^_]/u.test(token))
  )
}

const spansOf = (
  text: string,
  expression: RegExp,
  kind: LooksSecret['kind'],
  isMeant: (secret: string, hasSign: boolean) => boolean,
): readonly LooksSecret[] =>
  [...text.matchAll(expression)].flatMap((match) => {
    const secret = match.groups?.['secret'] ?? match[0]
    const to = match.index + match[0].length
    const from = to - secret.length
    return isMeant(secret, match.groups?.['sign'] !== undefined) ? [{ kind, from, to }] : []
  })

/** More is a chat that was pasted; a password stands in no more than this of it. */
const LONGEST = 20_000

/**
 * What in a text looks like a password, a code, or the IMEI of a phone that is not on this ticket. It may be wrong: it
 * warns, and keeps nothing.
 */
export const looksSecret = (text: string, ownImeis: readonly string[] = []): readonly LooksSecret[] => {
  const some = text.slice(0, LONGEST)
  const found = [
    ...spansOf(some, PASSWORDS, 'password', isTelling),
    ...spansOf(some, CODES, 'code', () => true),
    ...spansOf(some, LONG_NUMBER, 'imei', (digits) => {
      const imei = readImei(digits)
      return imei !== null && !ownImeis.includes(imei)
    }),
    ...spansOf(some, ANY_TOKEN, 'password', isMixed),
  ].toSorted((one, other) => one.from - other.from || other.to - one.to)
  const apart: LooksSecret[] = []
  for (const span of found) if (span.from >= (apart.at(-1)?.to ?? 0)) apart.push(span)
  return apart
}

/** The text without them; three dots say that something stood there. */
export const withoutSecrets = (text: string, secrets: readonly LooksSecret[]): string =>
  secrets.toReversed().reduce((left, { from, to }) => `${left.slice(0, from)}…${left.slice(to)}`, text)
