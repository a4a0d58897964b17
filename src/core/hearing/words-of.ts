import { fold } from './fold.ts'

/** A word as it was said: its plain form for comparing, and where it stands in the text. */
export type Word = {
  readonly plain: string
  readonly start: number
  readonly end: number
  /** Nothing matches across the end of a sentence. */
  readonly sentence: number
  /** A "not" reaches to the end of its clause. */
  readonly clause: number
}

/** A run without blanks, or a sign that ends a sentence or a clause; the dot of "xiaomi.eu" ends nothing. */
const RUN =
  /[\p{L}\p{M}\p{N}\p{Cf}'’‘`´ʼ]+|\.(?=\s|$|\p{Lu})|[!?;\n\u2028。！？；।]|[,:،，：、()[\]{}"“”«»–—→>]/gu
const SENTENCE_END = /^[.!?;\n\u2028。！？；।]$/u
/** In scripts written without blanks every character is a word; letters and figures between them stay together. */
const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const PART =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu
const LETTER = /[\p{L}\p{N}]/u

/** "couldn't", "couldnt", "could not": one form for all. "can't" and "cannot" alike. */
const VERBS = ['could', 'would', 'should', 'does', 'did', 'do', 'is', 'are', 'was', 'has', 'have', 'had']
const NEGATED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...VERBS.map((verb) => [`${verb}nt`, [verb, 'not']] as const),
  ['cant', ['can', 'not']],
  ['cannot', ['can', 'not']],
  ['wont', ['will', 'not']],
  ['arent', ['are', 'not']],
])

/** Splits a text into words once, from left to right. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  let sentence = 0
  let clause = 0
  /** Folding costs more than looking up, and a text has few different words. */
  const forms = new Map<string, string>()
  const formOf = (raw: string): string => {
    const known = forms.get(raw)
    if (known !== undefined) return known
    const plain = fold(raw)
    forms.set(raw, plain)
    return plain
  }
  const add = (raw: string, start: number): void => {
    if (!LETTER.test(raw)) return
    const plain = formOf(raw)
    for (const each of NEGATED.get(plain) ?? [plain])
      words.push({ plain: each, start, end: start + raw.length, sentence, clause })
  }
  for (const found of text.matchAll(RUN)) {
    const [raw] = found
    if (LETTER.test(raw)) {
      if (NO_BLANKS.test(raw)) for (const part of raw.matchAll(PART)) add(part[0], found.index + part.index)
      else add(raw, found.index)
    } else {
      clause += 1
      if (SENTENCE_END.test(raw)) sentence += 1
    }
  }
  return words
}
