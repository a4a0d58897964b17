import type { ReactNode } from 'react'
import { readScreen, saveConsents } from '../../actions/tickets.ts'
import type { PhoneView, TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './screen-message.module.css'

/** Why the screen cannot be read at all, in words; null when it may be asked for. */
const whyNot = ({ consents, training }: TicketView): string | null => {
  if (training) return say('screen.message.training')
  return consents.includes('read') ? null : say('screen.message.no-consent')
}

const Read = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
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

/** Asked and answered at the counter: one click, and it stands in the ticket. */
const Agrees = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <>
      <Button
        kind="quiet"
        icon="check"
        words={say('screen.message.agrees')}
        busy={busy}
        onPress={() => {
          run(async () => saveConsents(ticket.id, [...ticket.consents, 'read']))
        }}
      />
      <FailureNote failure={failure} />
    </>
  )
}

/** For the open ticket of a connected phone: looks for known messages in the window that is open on it. */
export const ScreenMessage = ({ phone }: { readonly phone: PhoneView }): ReactNode => {
  const ticket = useStore(({ tickets }) => (phone.ticketId === null ? undefined : tickets[phone.ticketId]))
  if (!ticket || phone.state !== 'device' || ticket.state === 'closed') return null
  const reason = whyNot(ticket)
  return (
    <div className={css['line']}>
      {reason === null ? <Read key={ticket.id} ticket={ticket} /> : <p className={css['why']}>{reason}</p>}
      {reason !== null && !ticket.training && <Agrees key={ticket.id} ticket={ticket} />}
    </div>
  )
}
