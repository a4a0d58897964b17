const HOUR = 60 * 60 * 1000

/** A copy a day while the desk is used; with the last customer gone, one that holds the day's work. */
const DUE_AFTER = { used: 24 * HOUR, quitting: 12 * HOUR } as const
/** Later than this something keeps the copies from being made, or nobody was there: worth a warning either way. */
const OLD_AFTER = 72 * HOUR

const ageOf = (at: string, now: Date): number => now.getTime() - Date.parse(at)

/** A time to come counts as none: the clock was put back since. */
export const isCopyDue = (last: string | null, now: Date, when: keyof typeof DUE_AFTER): boolean => {
  if (last === null) return true
  const age = ageOf(last, now)
  return !(age >= 0 && age < DUE_AFTER[when])
}

export const isCopyOld = (last: string, now: Date): boolean => ageOf(last, now) > OLD_AFTER

/** The newest so many are kept, and the newest of each month for so many months. */
export const MONTHS_KEPT = 12
export const KEPT = { least: 2, usual: 14, most: 365 } as const

export type DatedCopy = { readonly name: string; readonly at: string }

/** Which copies may go, oldest first: what is left gets thinner the older it is. */
export const copiesToThin = <T extends DatedCopy>(copies: readonly T[], kept: number): readonly T[] => {
  const newestFirst = copies.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const older = newestFirst.slice(Math.max(kept, KEPT.least))
  const months = new Set<string>()
  const gone = older.filter(({ at }) => {
    const month = at.slice(0, 7)
    if (months.has(month)) return true
    months.add(month)
    return months.size > MONTHS_KEPT
  })
  return gone.toReversed()
}
