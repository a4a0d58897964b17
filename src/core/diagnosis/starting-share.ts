import { sharesOf } from '../learning/estimate.ts'
import type { Experience } from '../learning/experience.ts'
import type { Group } from '../learning/group.ts'
import type { Say } from '../words/index.ts'
import type { Because, Learned } from './diagnosis.ts'

/** A share that moved the odds by less than this is not worth a line. */
const MATTERS = 1.1

const percentOf = (share: number): number => Math.round(share * 100)
const odds = (share: number): number => share / (1 - share)

/** What the shop's own tickets make of a cause's starting guess; null where it has none on such phones. */
export const learnedShare = (
  experience: Experience,
  group: Group,
  cause: { readonly id: string; readonly prior: number },
): Learned | null => {
  const shares = sharesOf(experience, group, cause.id, cause.prior)
  return shares.length === 0 ? null : { guess: cause.prior, shares }
}

/** Where a cause starts from, in words, and what that does to its odds: a guess, or what this shop has seen. */
export const startsFrom = (prior: number, learned: Learned | null, say: Say): Because => {
  const line = { evidence: 'prior', direct: true } as const
  const now = learned?.shares.at(-1)
  if (learned === null || now === undefined)
    return {
      ...line,
      effect: 'for',
      factor: 1,
      text: say('diagnosis.because.prior', { percent: percentOf(prior) }),
    }
  const ratio = odds(now.value) / odds(learned.guess)
  return {
    ...line,
    effect: ratio >= 1 ? 'for' : 'against',
    factor: ratio >= 1 ? ratio : 1 / ratio,
    text: say('diagnosis.because.learned', {
      whole: now.group === '' ? 'yes' : 'no',
      group: now.group,
      cases: now.cases,
      percent: percentOf(now.value),
      low: percentOf(now.low),
      high: percentOf(now.high),
      guess: percentOf(learned.guess),
    }),
  }
}

/** The reasons of a cause, the strongest first, with where it started from when that is the shop's own or all there is. */
export const withStart = (reasons: readonly Because[], start: Because): readonly Because[] => {
  if (reasons.length === 0) return [start]
  if (start.factor < MATTERS) return reasons
  return [...reasons, start].toSorted((one, other) => other.factor - one.factor)
}
