import { countsAsLocked, course, type Course, type Rules } from './course.ts'
import { bestCheck, type CheckOption, type Worth } from './look-ahead.ts'
import { chanceThat, type Situation } from './situation.ts'
import { tallyOf } from './tally.ts'

/** What there is to decide from: chances and minutes, no words. */
export type Choices = Rules & {
  readonly situation: Situation
  readonly checks: readonly CheckOption[]
}

export type Decision =
  | { readonly kind: 'locked'; readonly end: string; readonly chance: number }
  | { readonly kind: 'check'; readonly worth: Worth; readonly fixes: Course }
  | { readonly kind: 'fix'; readonly fixes: Course }
  | { readonly kind: 'refer'; readonly fixes: Course }

/** Where a phone ends that is locked to somebody's account; null while that is the less likely reading of the case. */
export const lockedEnd = ({
  situation,
  ends,
}: Pick<Choices, 'situation' | 'ends'>): { end: string; chance: number } | null => {
  if (!countsAsLocked(tallyOf(situation, ends))) return null
  const chance = chanceThat(situation, (members) => members.some((member) => ends.has(member)))
  const [likeliest] = [...ends]
    .map(([cause, end]) => ({ end, chance: chanceThat(situation, (members) => members.includes(cause)) }))
    .toSorted((one, other) => other.chance - one.chance)
  return likeliest === undefined ? null : { end: likeliest.end, chance }
}

/** The next move with the least expected minutes to the end of the case; see course.ts and look-ahead.ts. */
export const decide = (choices: Choices): Decision => {
  const locked = lockedEnd(choices)
  if (locked !== null) return { kind: 'locked', ...locked }
  const { situation, found } = choices
  const fixes = course(situation, choices)
  const [firstFix] = fixes.steps
  // What a reading has found needs no check before it.
  const worth =
    firstFix !== undefined && found.includes(firstFix.aim)
      ? null
      : bestCheck(choices.checks, situation, choices.lastResort, (each) => course(each, choices).cost)
  if (worth !== null) return { kind: 'check', worth, fixes }
  return firstFix === undefined ? { kind: 'refer', fixes } : { kind: 'fix', fixes }
}
