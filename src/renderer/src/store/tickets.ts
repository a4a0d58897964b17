import type { TicketView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'
import { typingAfter, type TypingSlice } from './typing.ts'
import { withTicket, type TicketList, type TicketQuestion } from './ticket-list.ts'

type Filters = Omit<TicketQuestion, 'search'>

export type TicketsSlice = {
  readonly tickets: Readonly<Record<string, TicketView>>
  readonly ticketList: TicketList | null
  readonly search: string
  readonly filters: Filters
  /** How often the record was changed by others: a list of before is asked for anew. */
  readonly recordChanges: number
  readonly recordWasChanged: () => void
  readonly showTicket: (ticket: TicketView) => void
  readonly showTicketList: (list: TicketList) => void
  readonly setSearch: (search: string) => void
  readonly setFilters: (filters: Partial<Filters>) => void
}

/** A push and an answer carry the same ticket; whichever is older loses. */
const newer = (shown: TicketView | undefined, arrived: TicketView): TicketView =>
  shown && shown.revision > arrived.revision ? shown : arrived

export const ticketsSlice = (set: Change<TicketsSlice & Pick<TypingSlice, 'typing'>>): TicketsSlice => ({
  tickets: {},
  ticketList: null,
  search: '',
  filters: { state: null, result: null, training: null },
  recordChanges: 0,
  recordWasChanged: () => {
    set(({ recordChanges }) => ({ recordChanges: recordChanges + 1 }))
  },
  showTicket: (arrived) => {
    set(({ tickets, ticketList, typing }) => {
      const shown = tickets[arrived.id]
      const ticket = newer(shown, arrived)
      return {
        typing: typingAfter(typing, shown, ticket),
        tickets: { ...tickets, [ticket.id]: ticket },
        ticketList: ticketList && withTicket(ticketList, ticket),
      }
    })
  },
  showTicketList: (ticketList) => {
    set({ ticketList })
  },
  setSearch: (search) => {
    set({ search })
  },
  setFilters: (changed) => {
    set(({ filters }) => ({ filters: { ...filters, ...changed } }))
  },
})
