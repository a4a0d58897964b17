/** intake: what was left and agreed, for the customer · label: for the phone · hand-over: goes home with the phone. */
export const PAPER_KINDS = ['intake', 'label', 'hand-over'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** roll: 80 mm wide, as long as it needs · label: 62 x 29 mm. */
export const PAPER_SIZES = ['A4', 'roll', 'label'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]

/** The sizes that each fits, the usual one first. */
export const SIZES_OF = {
  intake: ['A4', 'roll'],
  label: ['label', 'roll', 'A4'],
  'hand-over': ['A4', 'roll'],
} as const satisfies Readonly<Record<PaperKind, readonly PaperSize[]>>

export const fitsOn = (kind: PaperKind, size: PaperSize): boolean =>
  SIZES_OF[kind].some((each) => each === size)

/**
 * fact: a name and what it is · item: one of several, with its number where they follow each other · text: a sentence ·
 * sign: a line to sign on.
 */
export type PaperLine =
  | { readonly kind: 'fact'; readonly name: string; readonly words: string }
  | { readonly kind: 'item'; readonly words: string; readonly note?: string; readonly at?: number }
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'sign'; readonly words: string }

export type PaperPart = { readonly title: string; readonly lines: readonly PaperLine[] }

/** What is to be on the paper, whatever its size. */
export type PaperDocument = {
  readonly kind: PaperKind
  /** The shop's name and where to find it, a line each; none on a label, or where the shop has not said. */
  readonly letterhead: readonly string[]
  /** '' on a label, which holds nothing but the number. */
  readonly title: string
  readonly number: string
  /** Said under the title: when, and that it is only training. */
  readonly under: readonly string[]
  /** What the QR code holds: the ticket's number and nothing else. */
  readonly code: string
  readonly parts: readonly PaperPart[]
}

export const fact = (name: string, words: string): PaperLine => ({ kind: 'fact', name, words })
export const item = (words: string, note?: string): PaperLine =>
  note === undefined ? { kind: 'item', words } : { kind: 'item', words, note }
export const text = (words: string): PaperLine => ({ kind: 'text', words })
export const sign = (words: string): PaperLine => ({ kind: 'sign', words })

/** Only where there is something to say. */
export const factIf = (name: string, words: string): readonly PaperLine[] =>
  words === '' ? [] : [fact(name, words)]

/** A part that would be empty is left away: no line on paper invites to write something down. */
export const partsOf = (...parts: readonly PaperPart[]): readonly PaperPart[] =>
  parts.filter(({ lines }) => lines.length > 0)
