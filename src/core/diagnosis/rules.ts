import type { Fix } from '../knowledge/schema.ts'

/** A fix as the arithmetic sees it. */
export type Option = {
  readonly fix: Fix
  /** Minutes when done by itself, waiting counted in. */
  readonly cost: number
  /** What has to be opened first, such as the account's website; with it open the fix costs less. */
  readonly opening: string | null
  /** Gentle, at once, and only a sign-in try shows whether it worked: it may share one try with others. */
  readonly shares: boolean
  readonly removes: readonly (readonly [cause: number, chance: number])[]
}

/** What a course may use and must keep to. */
export type Rules = {
  readonly options: readonly Option[]
  /** Causes that a reading found. */
  readonly found: readonly number[]
  /** Causes of a phone that is locked to somebody's account, each with the referral that it ends in. */
  readonly ends: ReadonlyMap<number, string>
  /** Minutes that the last resort costs. */
  readonly lastResort: number
  /** Minutes that each opening takes, and what is open already. */
  readonly openings: ReadonlyMap<string, number>
  readonly opened: ReadonlySet<string>
  /** Minutes of the sign-in try at the end of a fix. */
  readonly signIn: number
}

/** Minutes that are saved because something is open already. */
export const savedBy = (
  opening: string | null,
  opened: ReadonlySet<string>,
  openings: Rules['openings'],
): number => (opening !== null && opened.has(opening) ? (openings.get(opening) ?? 0) : 0)

export const opens = (opened: ReadonlySet<string>, opening: string | null): ReadonlySet<string> =>
  opening === null || opened.has(opening) ? opened : new Set([...opened, opening])

/** Minutes of fixes that are done together: each opening once, one sign-in try at the end. */
export const costTogether = (
  options: readonly Option[],
  { opened, openings, signIn }: Pick<Rules, 'opened' | 'openings' | 'signIn'>,
): number => {
  let open = opened
  let sum = 0
  for (const { cost, opening } of options) {
    sum += cost - savedBy(opening, open, openings)
    open = opens(open, opening)
  }
  return sum - Math.max(0, options.length - 1) * signIn
}
