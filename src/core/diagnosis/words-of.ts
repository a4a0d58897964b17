/** A word as it was said: its plain form for comparing, and where it stands in the text. */
export type Word = { readonly plain: string; readonly start: number; readonly end: number }

/** Ends a sentence: nothing matches across it. */
export const STOP = '.'

const WORD_OR_STOP = /[\p{L}\p{M}\p{N}]+(?:['’`´][\p{L}\p{M}]+)*|[.!?;\n。！？।]/gu
/** Scripts written without blanks: every character is a word. */
const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** "couldn't", "couldnt", "could not": one form for all. "can't" and "cannot" alike. */
const VERBS = ['could', 'would', 'should', 'does', 'did', 'do', 'is', 'are', 'was', 'has', 'have', 'had']
const NEGATED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...VERBS.map((verb) => [`${verb}nt`, [verb, 'not']] as const),
  ['cant', ['can', 'not']],
  ['cannot', ['can', 'not']],
  ['wont', ['will', 'not']],
])

/** Small letters, no accents on Latin letters, one form for digits and full-width letters. */
export const plainForm = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`´]/gu, '')

export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD_OR_STOP)].flatMap((found): readonly Word[] => {
    const [raw] = found
    const start = found.index
    const end = start + raw.length
    if (!/[\p{L}\p{N}]/u.test(raw)) return [{ plain: STOP, start, end }]
    if (NO_BLANKS.test(raw)) {
      let at = start
      return Array.from(raw, (character) => {
        const from = at
        at += character.length
        return { plain: plainForm(character), start: from, end: at }
      })
    }
    const plain = plainForm(raw)
    return (NEGATED.get(plain) ?? [plain]).map((each) => ({ plain: each, start, end }))
  })
