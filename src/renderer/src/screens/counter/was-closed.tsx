import type { ReactNode } from 'react'
import { reopenTicket } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

export const WasClosed = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <>
      <Button
        icon="reopen"
        words={say('screen.reopen')}
        busy={busy}
        onPress={() => {
          run(async () => reopenTicket(ticket.id))
        }}
      />
      <FailureNote failure={failure} />
    </>
  )
}
