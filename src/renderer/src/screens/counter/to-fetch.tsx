import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { CloseTicket } from './close-ticket.tsx'
import { ResumeTicket } from './resume-ticket.tsx'
import css from './step-actions.module.css'

/** On the shelf, with how it ended: hand it over, or take it back to the bench. */
export const ToFetch = ({ ticket }: { readonly ticket: TicketView }): ReactNode => (
  <div className={css['actions']}>
    <CloseTicket
      ticket={ticket}
      preset={ticket.result === null || ticket.result === 'fixed' ? 'not-fixed' : ticket.result}
      isNext
    />
    <ResumeTicket id={ticket.id} />
  </div>
)
