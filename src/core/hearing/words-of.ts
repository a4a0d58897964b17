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

type Part = { readonly plain: string; readonly from: number; readonly to: number }

const partOf = (raw: string, from: number): readonly Part[] => {
  if (!LETTER.test(raw)) return []
  const plain = fold(raw)
  return (NEGATED.get(plain) ?? [plain]).map((each) => ({ plain: each, from, to: from + raw.length }))
}

/** The words of a run without blanks; null: a sign. */
const partsOf = (run: string): readonly Part[] | null => {
  if (!LETTER.test(run)) return null
  if (!NO_BLANKS.test(run)) return partOf(run, 0)
  return [...run.matchAll(PART)].flatMap(({ 0: raw, index }) => partOf(raw, index))
}

/** Splits a text into words once, from left to right. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  // Folding costs more than looking up, and a text has few different runs.
  const known = new Map<string, readonly Part[] | null>()
  let sentence = 0
  let clause = 0
  for (const { 0: run, index } of text.matchAll(RUN)) {
    let parts = known.get(run)
    if (parts === undefined) {
      parts = partsOf(run)
      known.set(run, parts)
    }
    if (parts === null) {
      clause += 1
      if (SENTENCE_END.test(run)) sentence += 1
    } else
      for (const { plain, from, to } of parts)
        words.push({ plain, start: index + from, end: index + to, sentence, clause })
  }
  return words
}
