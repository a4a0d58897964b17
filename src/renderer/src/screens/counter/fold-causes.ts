import type { RankedCause } from '../../../../core/diagnosis/diagnosis.ts'

export type FoldedCauses = {
  readonly likely: readonly { readonly cause: RankedCause; readonly open: boolean }[]
  readonly unlikely: readonly RankedCause[]
}

const UNLIKELY_BELOW = 0.05
const OPEN_FROM = 0.5
const MOST_OPEN = 3

/** The small ones fold into one line; of the others the first, and those more likely than not, show their reasons at once. */
export const foldCauses = (causes: readonly RankedCause[]): FoldedCauses => ({
  likely: causes
    .filter(({ probability }) => probability >= UNLIKELY_BELOW)
    .map((cause, index) => ({
      cause,
      open: index === 0 || (index < MOST_OPEN && cause.probability >= OPEN_FROM),
    })),
  unlikely: causes.filter(({ probability }) => probability < UNLIKELY_BELOW),
})
