import type { ReactNode } from 'react'
import { useStore } from '../../store/store.ts'
import { TicketList } from './ticket-list.tsx'
import { TicketPage } from './ticket-page.tsx'

export const Tickets = (): ReactNode => {
  const ticketId = useStore(({ place }) => place.ticketId)
  return ticketId === null ? <TicketList /> : <TicketPage key={ticketId} id={ticketId} />
}
