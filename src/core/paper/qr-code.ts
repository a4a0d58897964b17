import { encodeQR } from 'qr'

/** White on all sides, in dots: what a scanner needs to find the code (ISO/IEC 18004). */
const QUIET = 4

/** The dots of a QR code, true for black, its white edge included. A quarter of it may be scratched away. */
export const qrDots = (words: string): readonly (readonly boolean[])[] =>
  encodeQR(words, 'raw', { ecc: 'quartile', border: QUIET })

/** One path, a square a dot, in a box of as many units as there are dots: sharp in every size. */
export const qrPath = (dots: readonly (readonly boolean[])[]): string =>
  dots
    .flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join('')
