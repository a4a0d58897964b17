import type { ReactNode } from 'react'
import { recordAttempt } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTitle } from '../../parts/use-title.ts'
import { say } from '../../words.ts'
import { CloseTicket } from './close-ticket.tsx'
import css from './that-worked.module.css'

/** A fix worked: hand the phone back. If it did not last, that is one key away. */
export const ThatWorked = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  const titleOf = useTitle()
  const { workedFix } = ticket
  return (
    <>
      <p className={css['worked']}>
        <Icon name="fine" />
        <span>
          <strong>{workedFix === null ? '' : titleOf(workedFix)}</strong> {say('screen.fixed.advice')}
        </span>
      </p>
      <div className={css['actions']}>
        <CloseTicket ticket={ticket} preset="not-fixed" isNext />
        {workedFix !== null && (
          <Button
            kind="quiet"
            icon="cross"
            words={say('screen.failed')}
            hint={say('screen.fixed.not-lasting')}
            shortcut="f"
            busy={busy}
            onPress={() => {
              run(async () => recordAttempt(ticket.id, workedFix, 'failed', 'sign-in'))
            }}
          />
        )}
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
