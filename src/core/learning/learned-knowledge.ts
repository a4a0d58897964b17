import type { Knowledge } from '../knowledge/knowledge.ts'
import { pairOf, type Counts } from './counts.ts'
import type { Experience } from './experience.ts'
import { groupsOf, type Group } from './group.ts'
import { CAUSE_STRENGTH, FIX_STRENGTH } from './strength.ts'

/** The schema's own bounds. */
export const HIGHEST_PRIOR = 0.5
export const HIGHEST = 0.999
const LOWEST = 1e-4

/** The mean of a Beta distribution that began at `guess` with `strength` cases and saw `hits` of `cases`. */
const shrunk = (guess: number, strength: number, hits: number, cases: number): number =>
  (strength * guess + hits) / (strength + cases)

/**
 * The same for a cause: it counts as many cases as its prior had expected it in, of which a case whose readings show it
 * at once is many. Evidence that speaks too loudly is so in what was expected and in hindsight alike, and cancels out.
 * `guess` is where this group starts from, `prior` what the cases were weighed by.
 */
export const causeIn = (
  counts: Counts,
  { id, prior }: { readonly id: string; readonly prior: number },
  guess: number,
): number => {
  const hits = counts.causes.get(id) ?? 0
  return shrunk(guess, CAUSE_STRENGTH, hits, (counts.expected.get(id) ?? 0) / prior)
}

export const fixIn = (counts: Counts, fix: string, cause: string, guess: number): number => {
  const worked = counts.worked.get(pairOf(fix, cause)) ?? 0
  const failed = counts.failed.get(pairOf(fix, cause)) ?? 0
  return shrunk(guess, FIX_STRENGTH, worked, worked + failed)
}

export const within = (value: number, highest: number): number => Math.min(highest, Math.max(LOWEST, value))

/** What was seen of a phone's groups, the widest first; groups that nothing was seen of are not among them. */
export const levelsOf = (
  experience: Experience,
  group: Group,
): readonly { readonly name: string; readonly counts: Counts }[] =>
  groupsOf(group).flatMap((name) => {
    const counts = experience.get(name)
    return counts === undefined ? [] : [{ name, counts }]
  })

const known = new WeakMap<Experience, WeakMap<Knowledge, Map<string, Knowledge>>>()

/**
 * The knowledge as this shop has found it to be: the whole shop's counts move the starting guess, the family's move
 * that, and the region's move that; where a group has seen little it stays with the wider one.
 */
export const learnedKnowledge = (knowledge: Knowledge, experience: Experience, group: Group): Knowledge => {
  const levels = levelsOf(experience, group)
  const narrowest = levels.at(-1)
  if (narrowest === undefined) return knowledge
  const byKnowledge = known.get(experience) ?? new WeakMap<Knowledge, Map<string, Knowledge>>()
  known.set(experience, byKnowledge)
  const made = byKnowledge.get(knowledge) ?? new Map<string, Knowledge>()
  byKnowledge.set(knowledge, made)
  const found = made.get(narrowest.name)
  if (found !== undefined) return found
  const learned: Knowledge = {
    ...knowledge,
    causes: knowledge.causes.map((cause) => ({
      ...cause,
      prior: within(
        levels.reduce((guess, { counts }) => causeIn(counts, cause, guess), cause.prior),
        HIGHEST_PRIOR,
      ),
    })),
    fixes: knowledge.fixes.map((fix) => ({
      ...fix,
      fixes: Object.fromEntries(
        Object.entries(fix.fixes).map(([cause, chance]) => [
          cause,
          within(
            levels.reduce((guess, { counts }) => fixIn(counts, fix.id, cause, guess), chance),
            HIGHEST,
          ),
        ]),
      ),
    })),
  }
  made.set(narrowest.name, learned)
  return learned
}
