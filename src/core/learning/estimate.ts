import { pairOf } from './counts.ts'
import type { Experience } from './experience.ts'
import type { Group } from './group.ts'
import { EIGHT_OF_TEN } from './share-between.ts'
import { causeIn, fixIn, HIGHEST, HIGHEST_PRIOR, levelsOf, within } from './learned-knowledge.ts'
import { CAUSE_STRENGTH, FIX_STRENGTH } from './strength.ts'

/** A share with the bounds that hold eight times of ten, from the counts behind it. */
export type Estimate = {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Closed tickets behind it; of a fix those, in shares, in which it met a cause that it is for. */
  readonly cases: number
}

/** The normal approximation of a Beta distribution that so many cases, the starting guess's own among them, made. */
const around = (value: number, weight: number, cases: number): Estimate => {
  const spread = EIGHT_OF_TEN * Math.sqrt((value * (1 - value)) / (weight + 1))
  return { value, low: Math.max(0, value - spread), high: Math.min(1, value + spread), cases }
}

/** A cause's share among such phones, by the whole shop first and then by each narrower group that was seen. */
export const sharesOf = (
  experience: Experience,
  group: Group,
  cause: string,
  guess: number,
): readonly (Estimate & { readonly group: string })[] => {
  let share = guess
  return levelsOf(experience, group).map(({ name, counts }) => {
    share = causeIn(counts, { id: cause, prior: guess }, share)
    const value = within(share, HIGHEST_PRIOR)
    return { group: name, ...around(value, CAUSE_STRENGTH + counts.cases, counts.tickets) }
  })
}

const ANY: Group = { family: null, region: null }

/** How sure the shop's own counts make a cause's share; null where nothing was seen. */
export const shareOf = (experience: Experience, cause: string, guess: number): Estimate | null =>
  sharesOf(experience, ANY, cause, guess)[0] ?? null

/** The same of how often a fix takes a cause away, by group; groups in which it never met that cause are left out. */
export const successesOf = (
  experience: Experience,
  group: Group,
  { fix, cause }: { readonly fix: string; readonly cause: string },
  guess: number,
): readonly (Estimate & { readonly group: string })[] => {
  const pair = pairOf(fix, cause)
  let chance = guess
  return levelsOf(experience, group).flatMap(({ name, counts }) => {
    const met = (counts.worked.get(pair) ?? 0) + (counts.failed.get(pair) ?? 0)
    if (met === 0) return []
    chance = fixIn(counts, fix, cause, chance)
    return [{ group: name, ...around(within(chance, HIGHEST), FIX_STRENGTH + met, met) }]
  })
}
