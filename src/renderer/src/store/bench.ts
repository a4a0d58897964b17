import type { BenchView, PhoneView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'

/** The adb server and the phones, as last pushed. */
export type BenchSlice = {
  readonly bench: BenchView | null
  /** Read to the end, without a ticket, and unplugged: not in the list, but a ticket may still be written for it. */
  readonly leftPhones: readonly PhoneView[]
  readonly showBench: (bench: BenchView) => void
}

const hasLeft = ({ state, progress, ticketId }: PhoneView): boolean =>
  state === 'gone' && progress === 'read' && ticketId === null

export const benchSlice = (set: Change<BenchSlice>): BenchSlice => ({
  bench: null,
  leftPhones: [],
  showBench: ({ phones, ...bench }) => {
    set({
      bench: { ...bench, phones: phones.filter((phone) => !hasLeft(phone)) },
      leftPhones: phones.filter(hasLeft),
    })
  },
})
