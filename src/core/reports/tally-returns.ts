import { shareBetween } from '../learning/share-between.ts'
import { BACK_DAYS, MOST_ROWS, type BackRow, type ClosedCase, type WarrantyRow } from './report.ts'

type Count = { hits: number; cases: number }

export type ReturnTally = {
  readonly add: (closed: Pick<ClosedCase, 'back' | 'warrantyDays'>) => void
  readonly backAfter: () => readonly BackRow[]
  readonly warranty: () => readonly WarrantyRow[]
}

/** Counts how long tickets stayed away, and how many of those with a warranty came back while it ran. */
export const tallyReturns = (): ReturnTally => {
  const after = [...BACK_DAYS, null].map((days) => ({ days, tickets: 0 }))
  const all: Count = { hits: 0, cases: 0 }
  const byDays = new Map<number, Count>()
  const rowOf = (days: number | null, { hits, cases }: Count): readonly WarrantyRow[] => {
    const share = shareBetween(hits, cases)
    return share === null ? [] : [{ days, back: { ...share, hits } }]
  }
  return {
    add: ({ back, warrantyDays }) => {
      if (back !== null) {
        const row = after.find(({ days }) => days === null || back.days <= days)
        if (row !== undefined) row.tickets += 1
      }
      if (warrantyDays === null) return
      const same = byDays.get(warrantyDays) ?? { hits: 0, cases: 0 }
      byDays.set(warrantyDays, same)
      for (const counted of [all, same]) {
        counted.cases += 1
        counted.hits += back?.isInWarranty === true ? 1 : 0
      }
    },
    backAfter: () => after,
    // All together first; of one length alone they are the same as all.
    warranty: () => [
      ...rowOf(null, all),
      ...(byDays.size < 2 ? [] : [...byDays])
        .toSorted(([one], [other]) => one - other)
        .slice(0, MOST_ROWS)
        .flatMap(([days, count]) => rowOf(days, count)),
    ],
  }
}
