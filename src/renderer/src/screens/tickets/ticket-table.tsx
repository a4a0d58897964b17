import type { ReactNode } from 'react'
import { goTo } from '../../actions/place.ts'
import type { TicketRowView } from '../../../../contract/views.ts'
import { TicketStateBadge } from '../counter/ticket-state.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useTitle } from '../../parts/use-title.ts'
import { customerName, fullTime, serialTail, shortTime } from '../../format.ts'
import { hashOf } from '../../store/place.ts'
import { say } from '../../words.ts'
import css from './ticket-table.module.css'

const COLUMNS = ['number', 'customer', 'phone', 'state', 'opened', 'fix'] as const

const phoneOf = ({ device }: TicketRowView): string =>
  device ? (device.model ?? serialTail(device.serial)) : say('screen.ticket.no-device')

/** A click anywhere on the row opens the ticket; the keyboard goes by the link on its number. */
export const TicketTable = ({ tickets }: { readonly tickets: readonly TicketRowView[] }): ReactNode => {
  const now = useNow()
  const titleOf = useTitle()
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={css[column]}>
              {say(`screen.tickets.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => {
          const place = { page: 'tickets' as const, ticketId: ticket.id }
          return (
            <tr
              key={ticket.id}
              className={css['row']}
              onClick={() => {
                goTo(place)
              }}
            >
              <td className={css['number']}>
                <a href={hashOf(place)} className={css['link']}>
                  {ticket.number}
                </a>
              </td>
              <td className={css['customer']} title={customerName(ticket.customer)}>
                {customerName(ticket.customer)}
                <span className={css['called']}>{ticket.customer.phone}</span>
              </td>
              <td className={css['phone']} title={ticket.device?.serial}>
                {phoneOf(ticket)}
              </td>
              <td className={css['state']}>
                <TicketStateBadge state={ticket.state} result={ticket.result} waiting={ticket.waiting} />
              </td>
              <td className={css['opened']} title={fullTime(ticket.openedAt)}>
                {shortTime(ticket.openedAt, now)}
              </td>
              <td className={css['fix']}>
                {ticket.workedFix !== null && (
                  <span className={css['worked']} title={titleOf(ticket.workedFix)}>
                    <Icon name="check" />
                    {titleOf(ticket.workedFix)}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
