import type { Knowledge } from '../knowledge/knowledge.ts'
import { groupsOf, pairOf, type Counts, type Experience, type Group } from './experience.ts'

/** What a starting guess weighs, in cases: a shop's own share counts as much as it once it has seen so many. */
export const CAUSE_STRENGTH = 40
export const FIX_STRENGTH = 30
/** The schema's own bounds. */
const HIGHEST_PRIOR = 0.5
const HIGHEST = 0.999
const LOWEST = 1e-4

/** The mean of a Beta distribution that began at `guess` with `strength` cases and saw `hits` of `cases`. */
const shrunk = (guess: number, strength: number, hits: number, cases: number): number =>
  (strength * guess + hits) / (strength + cases)

const causeIn = (counts: Counts, id: string, guess: number): number =>
  (guess * (CAUSE_STRENGTH * guess + (counts.causes.get(id) ?? 0))) /
  (CAUSE_STRENGTH * guess + (counts.expected.get(id) ?? 0))

const fixIn = (counts: Counts, fix: string, cause: string, guess: number): number => {
  const worked = counts.worked.get(pairOf(fix, cause)) ?? 0
  const failed = counts.failed.get(pairOf(fix, cause)) ?? 0
  return shrunk(guess, FIX_STRENGTH, worked, worked + failed)
}

const within = (value: number, highest: number): number => Math.min(highest, Math.max(LOWEST, value))

const known = new WeakMap<Experience, Map<string, Knowledge>>()

/**
 * The knowledge as this shop has found it to be: the whole shop's counts move the starting guess, the family's move
 * that, and the region's move that; where a group has seen little it stays with the wider one.
 */
export const learnedKnowledge = (knowledge: Knowledge, experience: Experience, group: Group): Knowledge => {
  const levels = groupsOf(group).flatMap((name) => experience.get(name) ?? [])
  if (levels.length === 0) return knowledge
  const key = `${knowledge.version} ${groupsOf(group).at(-1) ?? ''}`
  const made = known.get(experience) ?? new Map<string, Knowledge>()
  known.set(experience, made)
  const found = made.get(key)
  if (found !== undefined) return found
  const learned: Knowledge = {
    ...knowledge,
    causes: knowledge.causes.map((cause) => ({
      ...cause,
      prior: within(
        levels.reduce((guess, counts) => causeIn(counts, cause.id, guess), cause.prior),
        HIGHEST_PRIOR,
      ),
    })),
    fixes: knowledge.fixes.map((fix) => ({
      ...fix,
      fixes: Object.fromEntries(
        Object.entries(fix.fixes).map(([cause, chance]) => [
          cause,
          within(
            levels.reduce((guess, counts) => fixIn(counts, fix.id, cause, guess), chance),
            HIGHEST,
          ),
        ]),
      ),
    })),
  }
  made.set(key, learned)
  return learned
}

/** A share with the bounds that hold eight times of ten, from the counts behind it. */
export type Estimate = {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly cases: number
}

const EIGHT_OF_TEN = 1.2816

/** How sure the shop's own counts make a cause's share: the normal approximation of the Beta distribution. */
export const shareOf = (experience: Experience, cause: string, guess: number): Estimate | null => {
  const counts = experience.get('')
  if (counts === undefined) return null
  const value = causeIn(counts, cause, guess)
  const spread = EIGHT_OF_TEN * Math.sqrt((value * (1 - value)) / (CAUSE_STRENGTH + counts.cases + 1))
  return {
    value,
    low: Math.max(0, value - spread),
    high: Math.min(1, value + spread),
    cases: counts.cases,
  }
}
