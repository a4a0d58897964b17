import { countsAsLocked, course, type Course } from './course.ts'
import { bestOf, worthsOf, type Ahead, type CheckOption, type Worth } from './look-ahead.ts'
import { opens, type Rules } from './rules.ts'
import { chanceThat, type Situation } from './situation.ts'
import { tallyOf } from './tally.ts'

/** What there is to decide from: chances and minutes, no words. */
export type Choices = Rules & {
  readonly situation: Situation
  readonly checks: readonly CheckOption[]
}

/** `worths`: what the checks are worth, as far as it was looked at; `fixes`: the course if none is made. */
export type Decision =
  | { readonly kind: 'locked'; readonly end: string; readonly chance: number }
  | ((
      | { readonly kind: 'check'; readonly worth: Worth }
      | { readonly kind: 'fix' }
      | { readonly kind: 'refer' }
    ) & { readonly fixes: Course; readonly worths: readonly Worth[] })

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

export const firstFixOf = ({ steps }: Course): string | null => steps[0]?.parts[0].option.fix.id ?? null

/** How the case goes on once a check is answered: as a locked phone, or with its own course. */
const lookOn =
  (choices: Choices) =>
  (situation: Situation, { check }: CheckOption): Ahead => {
    const locked = lockedEnd({ ...choices, situation })
    if (locked !== null) return { cost: choices.lastResort, first: locked.end }
    const fixes = course(situation, { ...choices, opened: opens(choices.opened, check.opening ?? null) })
    return { cost: fixes.cost, first: firstFixOf(fixes) }
  }

/** The next move with the least expected minutes to the end of the case; see course.ts and look-ahead.ts. */
export const decide = (choices: Choices): Decision => {
  const locked = lockedEnd(choices)
  if (locked !== null) return { kind: 'locked', ...locked }
  const fixes = course(choices.situation, choices)
  const [firstFix] = fixes.steps
  // What a reading has found needs no check before it.
  const isFound = firstFix !== undefined && choices.found.includes(firstFix.parts[0].aim)
  const worths = isFound ? [] : worthsOf(choices, lookOn(choices))
  const worth = bestOf(worths, fixes.cost)
  if (worth !== null) return { kind: 'check', worth, fixes, worths }
  return { kind: firstFix === undefined ? 'refer' : 'fix', fixes, worths }
}
