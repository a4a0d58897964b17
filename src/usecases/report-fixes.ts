import { done, type Answer } from '../core/failure.ts'
import type { FixReportView } from '../contract/views.ts'
import type { Store } from '../storage/store.ts'

/** How often each fix worked and failed in this shop; training is not counted, "partly" counts as not worked. */
export const reportFixes = async (store: Store): Promise<Answer<FixReportView>> => {
  const found = await store.fixCounts()
  if (!found.ok) return found
  const fixes = new Map<string, { fix: string; worked: number; failed: number }>()
  for (const { fix, outcome, count } of found.value.counts) {
    const row = fixes.get(fix) ?? { fix, worked: 0, failed: 0 }
    if (outcome === 'worked') row.worked += count
    else row.failed += count
    fixes.set(fix, row)
  }
  const sorted = [...fixes.values()].toSorted((a, b) => b.worked + b.failed - (a.worked + a.failed))
  return done({ closed: found.value.closed, fixed: found.value.fixed, fixes: sorted })
}
