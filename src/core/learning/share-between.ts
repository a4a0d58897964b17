/** A share that was counted, with the bounds that hold eight times of ten. */
export type CountedShare = {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly cases: number
}

/** The normal distribution's quantile for eight times of ten, both ends. */
export const EIGHT_OF_TEN = 1.2816

/**
 * Wilson's interval, which stays within 0 and 1 and is honest about three cases of three, where the plain one has no
 * width. Cases may be shares of a case. Null without a case: nothing is known then, not even badly.
 */
export const shareBetween = (hits: number, cases: number): CountedShare | null => {
  if (cases <= 0) return null
  const value = hits / cases
  const square = EIGHT_OF_TEN ** 2
  const middle = (value + square / (2 * cases)) / (1 + square / cases)
  const spread =
    (EIGHT_OF_TEN / (1 + square / cases)) *
    Math.sqrt((value * (1 - value)) / cases + square / (4 * cases ** 2))
  return { value, low: Math.max(0, middle - spread), high: Math.min(1, middle + spread), cases }
}
