import type { Change } from './slice.ts'

/** Which phone a new ticket is for: the one selected at the moment, or one that was picked (null: none). */
export type FormPhone = 'follow' | { readonly key: string | null }

/** What the technician has in front of them. */
export type CounterSlice = {
  readonly phoneKey: string | null
  readonly counterTicket: string | null
  readonly formOpen: boolean
  readonly formPhone: FormPhone
  /** Stays with a phone that was taken up by itself, so that another one does not push it aside. */
  readonly stayWithPhone: (key: string) => void
  readonly selectPhone: (key: string) => void
  readonly showOnCounter: (ticketId: string | null) => void
  readonly openForm: () => void
  readonly closeForm: () => void
  readonly pickFormPhone: (key: string | null) => void
}

export const counterSlice = (set: Change<CounterSlice>): CounterSlice => ({
  phoneKey: null,
  counterTicket: null,
  formOpen: false,
  formPhone: 'follow',
  stayWithPhone: (phoneKey) => {
    set({ phoneKey })
  },
  selectPhone: (phoneKey) => {
    set({ phoneKey, counterTicket: null })
  },
  showOnCounter: (counterTicket) => {
    set({ counterTicket, formOpen: false })
  },
  openForm: () => {
    set({ formOpen: true, formPhone: 'follow' })
  },
  closeForm: () => {
    set({ formOpen: false })
  },
  pickFormPhone: (key) => {
    set({ formPhone: { key } })
  },
})
