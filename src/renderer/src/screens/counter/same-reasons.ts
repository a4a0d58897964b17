import type { ReadingRow } from './order-readings.ts'

export type SameReason = { readonly reason: string; readonly rows: readonly ReadingRow[] }

/** So many lines that say the same are one. */
const FROM = 3

/** Readings that could not be taken for one and the same reason, and that speak for no cause, apart from all others. */
export const sameReasons = (
  rows: readonly ReadingRow[],
): { readonly single: readonly ReadingRow[]; readonly folded: readonly SameReason[] } => {
  const byReason = new Map<string, ReadingRow[]>()
  for (const row of rows)
    if (row.reading.status === 'unreadable' && row.weight === 0)
      byReason.set(row.reading.reason, [...(byReason.get(row.reading.reason) ?? []), row])
  const folded = [...byReason].flatMap(([reason, same]) =>
    same.length < FROM ? [] : [{ reason, rows: same }],
  )
  const inFold = new Set(folded.flatMap((each) => each.rows))
  return { single: rows.filter((row) => !inFold.has(row)), folded }
}
