import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { say } from '../../words.ts'
import { CloseTicket } from './close-ticket.tsx'
import css from './step-actions.module.css'

/** Every step was tried: what is left is to say so. */
export const NothingLeft = ({ ticket }: { readonly ticket: TicketView }): ReactNode => (
  <>
    <p className={css['ask']}>{say('screen.step.none-left')}</p>
    <CloseTicket ticket={ticket} preset="not-fixed" isNext />
  </>
)
