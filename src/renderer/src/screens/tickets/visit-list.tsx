import type { ReactNode } from 'react'
import type { TicketRowView } from '../../../../contract/views.ts'
import { TicketStateBadge } from '../counter/ticket-state.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useNow } from '../../parts/use-now.ts'
import { sayWorked } from '../../parts/say-worked.ts'
import { useTitle } from '../../parts/use-title.ts'
import { customerName, fullTime, serialTail, shortTime } from '../../format.ts'
import { hashOf } from '../../store/place.ts'
import { say } from '../../words.ts'
import css from './visit-list.module.css'

type VisitListProps = {
  readonly tickets: readonly TicketRowView[]
  /** What the list is not already about. */
  readonly shows: 'phone' | 'customer'
}

/** Tickets of one customer or one phone: when, how it stands, and what fixed it. */
export const VisitList = ({ tickets, shows }: VisitListProps): ReactNode => {
  const now = useNow()
  const titleOf = useTitle()
  const other = ({ device, customer }: TicketRowView): ReactNode => {
    if (shows === 'customer')
      return customer.name === '' ? (
        customerName(customer)
      ) : (
        <a href={hashOf({ page: 'tickets', ticketId: null, about: { kind: 'customer', id: customer.id } })}>
          {customer.name}
        </a>
      )
    return device === null ? (
      say('screen.ticket.no-device')
    ) : (
      <a href={hashOf({ page: 'tickets', ticketId: null, about: { kind: 'device', id: device.id } })}>
        {device.model ?? (serialTail(device.serial) || say('screen.device.unnamed'))}
      </a>
    )
  }
  return (
    <ul className={css['list']}>
      {tickets.map((ticket) => (
        <li key={ticket.id} className={css['visit']}>
          <a href={hashOf({ page: 'tickets', ticketId: ticket.id })} className={css['number']}>
            {ticket.number}
          </a>
          <time dateTime={ticket.openedAt} title={fullTime(ticket.openedAt)} className={css['when']}>
            {shortTime(ticket.openedAt, now)}
          </time>
          <span className={css['other']}>{other(ticket)}</span>
          <TicketStateBadge state={ticket.state} result={ticket.result} waiting={ticket.waiting} />
          {sayWorked(ticket, titleOf) !== null && (
            <span className={css['fix']}>
              <Icon name="check" />
              {sayWorked(ticket, titleOf)}
            </span>
          )}
          {ticket.reworkOf !== null && (
            <span className={css['when']}>{say('screen.rework.of', { number: ticket.reworkOf.number })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
