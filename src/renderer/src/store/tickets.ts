import type { TicketListView, TicketRowView, TicketView } from '../../../contract/views.ts'
import type { TicketState } from '../../../core/ticket.ts'
import type { Change } from './slice.ts'

export type TicketsSlice = {
  readonly tickets: Readonly<Record<string, TicketView>>
  readonly ticketList: TicketListView | null
  readonly search: string
  readonly stateFilter: TicketState | null
  readonly showTicket: (ticket: TicketView) => void
  readonly showTicketList: (list: TicketListView) => void
  readonly setSearch: (search: string) => void
  readonly setStateFilter: (state: TicketState | null) => void
}

const rowOf = ({ history: _history, ...row }: TicketView): TicketRowView => row

/** A push and an answer carry the same ticket; whichever is older loses. */
const newer = (shown: TicketView | undefined, arrived: TicketView): TicketView =>
  shown && shown.revision > arrived.revision ? shown : arrived

export const ticketsSlice = (set: Change<TicketsSlice>): TicketsSlice => ({
  tickets: {},
  ticketList: null,
  search: '',
  stateFilter: null,
  showTicket: (arrived) => {
    set(({ tickets, ticketList }) => {
      const ticket = newer(tickets[arrived.id], arrived)
      return {
        tickets: { ...tickets, [ticket.id]: ticket },
        ticketList: ticketList && {
          ...ticketList,
          tickets: ticketList.tickets.map((row) => (row.id === ticket.id ? rowOf(ticket) : row)),
        },
      }
    })
  },
  showTicketList: (ticketList) => {
    set({ ticketList })
  },
  setSearch: (search) => {
    set({ search })
  },
  setStateFilter: (stateFilter) => {
    set({ stateFilter })
  },
})
