import type { SafetyView, StartView } from '../../../contract/safety-views.ts'
import type { Change } from './slice.ts'

/** How the record is looked after, as last pushed. */
export type SafetySlice = {
  readonly safety: SafetyView | null
  /** Whether the record is open; null until the first answer. */
  readonly start: StartView | null
  readonly showStart: (start: StartView) => void
  readonly showSafety: (safety: SafetyView) => void
}

export const safetySlice = (set: Change<SafetySlice>): SafetySlice => ({
  safety: null,
  start: null,
  showStart: (start) => {
    set({ start })
  },
  showSafety: (safety) => {
    set({ safety })
  },
})
