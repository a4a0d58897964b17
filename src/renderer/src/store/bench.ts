import type { BenchView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'

/** The adb server and the phones, as last pushed. */
export type BenchSlice = {
  readonly bench: BenchView | null
  readonly showBench: (bench: BenchView) => void
}

export const benchSlice = (set: Change<BenchSlice>): BenchSlice => ({
  bench: null,
  showBench: (bench) => {
    set({ bench })
  },
})
