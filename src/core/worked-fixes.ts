import type { Attempt, Ticket } from './ticket.ts'

type Worked = Pick<Ticket, 'workedFix' | 'workedTogether'>

/** What has worked, as far as it is known: one fix, or several of which it was one, the likeliest first. */
export const workedFixes = ({ workedFix, workedTogether }: Worked): readonly string[] =>
  workedFix === null ? workedTogether : [workedFix]

type Tried = Pick<Attempt, 'fix' | 'outcome' | 'bundle'>

/**
 * Attempts as they stand by now. What worked and then did not last has failed: the ticket was reopened, or another fix
 * worked since. Where it turned out which of several it was, the others neither worked nor failed, and say nothing.
 */
export const standing = <T extends Tried>(attempts: readonly T[], worked: Worked): readonly T[] => {
  const stands = workedFixes(worked)
  return attempts.flatMap((attempt) => {
    if (attempt.outcome !== 'worked' || stands.includes(attempt.fix)) return [attempt]
    const { bundle } = attempt
    const isSettled =
      typeof bundle === 'string' &&
      attempts.some((each) => each.bundle === bundle && each.fix === worked.workedFix)
    return isSettled ? [] : [{ ...attempt, outcome: 'failed' }]
  })
}
