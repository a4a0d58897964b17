import { useEffect, useEffectEvent } from 'react'
import { loadTicket } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import type { Failure } from '../../../../core/failure.ts'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'

/** A phone names its open ticket before the ticket itself was shown: it is fetched once. */
export const useTicket = (id: string | null): { ticket: TicketView | null; failure: Failure | null } => {
  const ticket = useStore(({ tickets }) => (id === null ? null : (tickets[id] ?? null)))
  const { failure, run } = useAction()
  const isMissing = id !== null && ticket === null
  const fetch = useEffectEvent((missing: string) => {
    run(async () => loadTicket(missing))
  })
  useEffect(() => {
    if (isMissing) fetch(id)
  }, [id, isMissing])
  return { ticket, failure: isMissing ? failure : null }
}
