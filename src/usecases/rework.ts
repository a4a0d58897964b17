import { done, type Answer } from '../core/failure.ts'
import type { TicketView } from '../contract/views.ts'
import { changeTicket, eventAt } from './change-ticket.ts'
import type { TicketDesk } from './show-ticket.ts'

/** Ties a ticket to the one whose work did not last; the warranty goes on as it began there. */
export const markRework = (desk: TicketDesk, id: string, of: string): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, () =>
    done({ reworkOf: of, event: { ...eventAt(desk), code: 'rework', details: {} } }),
  )
