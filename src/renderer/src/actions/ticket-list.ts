import type { TicketListView } from '../../../contract/views.ts'
import type { Answer } from '../../../core/failure.ts'
import type { TicketState } from '../../../core/ticket.ts'
import { ask } from '../desk.ts'
import { goTo } from './place.ts'
import { useStore } from '../store/store.ts'

/** As many as the contract gives at once. */
export const LIST_LIMIT = 200

let latest = 0

/** Lists tickets; an answer that a later question has overtaken is not shown. */
export const listTickets = async (
  search: string,
  state: TicketState | null,
): Promise<Answer<TicketListView>> => {
  latest += 1
  const asked = latest
  const answer = await ask('ticket.list', { search: search.trim().slice(0, 200), state, limit: LIST_LIMIT })
  if (answer.ok && asked === latest) useStore.getState().showTicketList(answer.value)
  return answer
}

/** A scanned code or a whole number leads straight to its ticket. */
export const openOnlyMatch = async (search: string): Promise<void> => {
  const answer = await listTickets(search, useStore.getState().stateFilter)
  if (!answer.ok || search.trim() === '') return
  const [only, ...others] = answer.value.tickets
  if (only && others.length === 0) goTo({ page: 'tickets', ticketId: only.id })
}
