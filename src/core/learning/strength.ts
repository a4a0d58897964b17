/** What a starting guess weighs, in cases: a shop's own share counts as much as it once it has seen so many. */
export const CAUSE_STRENGTH = 40
export const FIX_STRENGTH = 30
