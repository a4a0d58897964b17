import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { History } from './history.tsx'
import { LikelyCauses } from './likely-causes.tsx'
import { NextStep } from './next-step.tsx'
import { TicketHead } from './ticket-head.tsx'

/** Closing is the next step itself once a fix worked, or when all that is left is to refer or to give up. */
const closingIsNext = ({ state, diagnosis: { next } }: TicketView): boolean =>
  (state !== 'diagnosing' && state !== 'waiting') || next === null || next.kind === 'refer'

/** Everything about one ticket, from whose it is to what was done. */
export const TicketWork = ({ ticket }: { readonly ticket: TicketView }): ReactNode => (
  <>
    <TicketHead key={ticket.id} ticket={ticket} offersClosing={!closingIsNext(ticket)} />
    <NextStep key={`${ticket.id} step`} diagnosis={ticket.diagnosis} ticket={ticket} of={ticket.id} />
    <LikelyCauses diagnosis={ticket.diagnosis} />
    <History key={`${ticket.id} history`} ticket={ticket} />
  </>
)
