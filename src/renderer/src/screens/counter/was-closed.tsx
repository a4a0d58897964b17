import type { ReactNode } from 'react'
import { reopenTicket } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './step-actions.module.css'

export const WasClosed = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const isOnCounter = useStore(({ place }) => place.page === 'counter')
  const showOnCounter = useStore((store) => store.showOnCounter)
  const { busy, failure, run } = useAction()
  return (
    <>
      <div className={css['actions']}>
        {isOnCounter && (
          <Button
            icon="check"
            words={say('screen.done')}
            onPress={() => {
              showOnCounter(null)
            }}
          />
        )}
        <Button
          kind="quiet"
          icon="reopen"
          words={say('screen.reopen')}
          busy={busy}
          onPress={() => {
            run(async () => reopenTicket(ticket.id))
          }}
        />
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
