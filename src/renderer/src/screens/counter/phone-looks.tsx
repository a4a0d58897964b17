import { useEffect, useRef, type ReactNode } from 'react'
import type { PhoneView } from '../../../../contract/views.ts'
import { useStore } from '../../store/store.ts'
import { ConsentNeeded } from './consent-needed.tsx'
import { ScreenMessage } from './screen-message.tsx'
import { WatchButton } from './sign-in-watch.tsx'
import css from './phone-looks.module.css'

/** For the open ticket of a connected phone: what is looked at on the technician's click alone, and with consent. */
export const PhoneLooks = ({ phone }: { readonly phone: PhoneView }): ReactNode => {
  const ticket = useStore(({ tickets }) => (phone.ticketId === null ? undefined : tickets[phone.ticketId]))
  const agreed = ticket?.consents.includes('read') ?? false
  const line = useRef<HTMLDivElement>(null)
  const before = useRef(agreed)
  // Who agreed by keyboard goes on from what can be done now: the button that was pressed is gone.
  useEffect(() => {
    if (agreed && !before.current && document.activeElement === document.body)
      line.current?.querySelector('button')?.focus()
    before.current = agreed
  }, [agreed])
  if (!ticket || phone.state !== 'device' || ticket.state === 'closed') return null
  return (
    <div ref={line} className={css['line']}>
      {agreed ? (
        <>
          <ScreenMessage key={`${ticket.id} screen`} ticket={ticket} />
          <WatchButton key={`${ticket.id} watch`} ticket={ticket} />
        </>
      ) : (
        <ConsentNeeded key={ticket.id} ticket={ticket} />
      )}
    </div>
  )
}
