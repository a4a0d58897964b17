import { compareReadings } from '../core/compare-readings.ts'
import type { Readings } from '../core/reading.ts'
import type { Say } from '../core/words/index.ts'
import { sayChange } from '../core/words/say-change.ts'
import type { InspectionView, TicketView } from '../contract/views.ts'
import type { StoredInspection } from '../storage/store.ts'

export const readingsOfStored = ({ readings }: StoredInspection): Readings =>
  Object.fromEntries(readings.map(({ id, reading }) => [id, reading])) as Readings

/**
 * What changed between the first inspection of a ticket and what is shown now. `ended` is the newest one that ended:
 * while the phone is being read once more, what it told stays told.
 */
export const changesOf = (
  first: StoredInspection | null,
  shown: InspectionView | null,
  ended: StoredInspection | null,
  say: Say,
): Pick<TicketView, 'changes' | 'comparedWith'> => {
  if (first === null || shown === null || shown.id === first.id) return { changes: [], comparedWith: null }
  const isWhole = ended !== null && ended.id !== first.id && ended.tookMs !== null && ended.stopped === null
  return {
    changes: compareReadings(readingsOfStored(first), shown.readings, say).map((one) => sayChange(one, say)),
    comparedWith: isWhole ? first.startedAt : null,
  }
}
