import type { ReactNode } from 'react'
import { setReady } from '../../actions/ticket-moves.ts'
import { recordAttempt } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { workedFixes } from '../../../../core/worked-fixes.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { CloseTicket } from './close-ticket.tsx'
import css from './step-actions.module.css'

/** A fix worked: close the ticket. If it did not last after all, that is one key away. */
export const ThatWorked = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  const worked = workedFixes(ticket)
  return (
    <>
      <div className={css['actions']}>
        <CloseTicket ticket={ticket} preset="not-fixed" isNext />
        <Button
          kind="quiet"
          icon="shelf"
          words={say('screen.ready.set')}
          hint={say('screen.ready.hint')}
          busy={busy}
          onPress={() => {
            run(async () => setReady(ticket.id, 'fixed'))
          }}
        />
        {worked.length > 0 && (
          <Button
            kind="quiet"
            icon="cross"
            words={say('screen.failed')}
            hint={say('screen.fixed.not-lasting')}
            shortcut="f"
            busy={busy}
            onPress={() => {
              run(async () => recordAttempt(ticket.id, worked, { outcome: 'failed', verified: 'sign-in' }))
            }}
          />
        )}
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
