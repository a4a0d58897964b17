import type { ReactNode } from 'react'
import { readScreen } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './phone-looks.module.css'

/** Looks for known messages in the window that is open on the ticket's phone. */
export const ScreenMessage = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  if (ticket.training) return <p className={css['why']}>{say('screen.message.training')}</p>
  return (
    <>
      <Button
        kind="quiet"
        icon="phone"
        words={say(busy ? 'screen.message.reading' : 'screen.message.read')}
        hint={say('screen.message.hint')}
        busy={busy}
        onPress={() => {
          run(async () => readScreen(ticket.id))
        }}
      />
      <FailureNote failure={failure} />
    </>
  )
}
