import type { ReactNode } from 'react'
import { useStore } from '../../store/store.ts'
import { CustomerPage } from './customer-page.tsx'
import { DevicePage } from './device-page.tsx'
import { TicketList } from './ticket-list.tsx'
import { TicketPage } from './ticket-page.tsx'

export const Tickets = (): ReactNode => {
  const { ticketId, about } = useStore(({ place }) => place)
  const changes = useStore((store) => store.recordChanges)
  if (about?.kind === 'customer') return <CustomerPage key={`${about.id} ${String(changes)}`} id={about.id} />
  if (about?.kind === 'device') return <DevicePage key={about.id} id={about.id} />
  return ticketId === null ? <TicketList key={changes} /> : <TicketPage key={ticketId} id={ticketId} />
}
