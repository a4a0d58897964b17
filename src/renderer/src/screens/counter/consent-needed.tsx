import type { ReactNode } from 'react'
import { saveConsents } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './phone-looks.module.css'

/** What could be looked at with the customer's consent. Asked and answered at the counter: one click, and it stands in the ticket. */
export const ConsentNeeded = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <>
      <p className={css['why']}>{say('screen.looks.no-consent')}</p>
      <div className={css['agree']}>
        <Button
          words={say('screen.looks.agrees')}
          busy={busy}
          onPress={() => {
            run(async () => saveConsents(ticket.id, [...ticket.consents, 'read']))
          }}
        />
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
