/** Keys that a barcode scanner types follow each other faster than any hand. */
export const SCAN_GAP_MS = 50

export type Typed = { readonly text: string; readonly lastAt: number }

export const NOTHING_TYPED: Typed = { text: '', lastAt: Number.NEGATIVE_INFINITY }

/** What has been typed in one go, with this key; a pause begins anew. */
export const typeKey = (before: Typed, key: string, at: number): Typed =>
  at - before.lastAt <= SCAN_GAP_MS ? { text: before.text + key, lastAt: at } : { text: key, lastAt: at }

/** One key is a shortcut; three and more in one go are a scanned code. */
export const isScan = ({ text }: Typed): boolean => text.length >= 3
