import { useRef, useState, type ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { customerName, fullTime, sinceThen } from '../../format.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { useNow } from '../../parts/use-now.ts'
import { hashOf } from '../../store/place.ts'
import { useStore } from '../../store/store.ts'
import { isTypedIn } from '../../store/typing.ts'
import { say } from '../../words.ts'
import { CloseTicket } from './close-ticket.tsx'
import { Paper } from './paper.tsx'
import { ResumeTicket } from './resume-ticket.tsx'
import { SetAside } from './set-aside.tsx'
import { TicketDetails } from './ticket-details.tsx'
import css from './ticket-head.module.css'
import { TicketStateBadge } from './ticket-state.tsx'

type TicketHeadProps = {
  readonly ticket: TicketView
  /** Closing is offered here unless it is the next step itself. */
  readonly offersClosing: boolean
}

/** Whose phone it is, what they said, how it stands and for how long. */
export const TicketHead = ({ ticket, offersClosing }: TicketHeadProps): ReactNode => {
  const now = useNow()
  // What was begun there and not saved is in view again.
  const isBegun = useStore(({ typing }) => isTypedIn(typing, ticket.id, 'details'))
  const [open, setOpen] = useState(isBegun)
  const [aside, setAside] = useState(false)
  const [paper, setPaper] = useState(false)
  const actions = useRef<HTMLDivElement>(null)
  const { number, customer, said, state, result, waiting, openedAt, training } = ticket
  const canWait = state === 'diagnosing' || state === 'waiting'
  return (
    <section aria-label={say('screen.ticket.region', { number })} className={css['head']}>
      <div className={css['line']}>
        <h2 className={css['number']}>{number}</h2>
        {customer.name === '' ? (
          <span className={css['customer']}>{customerName(customer)}</span>
        ) : (
          <a
            className={css['customer']}
            title={say('screen.customer.open', { name: customer.name })}
            href={hashOf({ page: 'tickets', ticketId: null, about: { kind: 'customer', id: customer.id } })}
          >
            {customer.name}
          </a>
        )}
        <TicketStateBadge state={state} result={result} waiting={waiting} />
        {training && <Badge tone="accent" icon="training" words={say('screen.training.badge')} />}
        <span className={css['since']} title={fullTime(openedAt)}>
          {sinceThen(openedAt, now)}
        </span>
      </div>
      <div className={css['line']}>
        <p className={css['said']} title={said}>
          {said !== '' && !open && say('screen.ticket.said', { said })}
        </p>
        <div ref={actions} className={css['actions']}>
          <Button
            kind="quiet"
            icon="down"
            words={say('screen.ticket.details')}
            expanded={open}
            onPress={() => {
              setOpen(!open)
            }}
          />
          <Button
            kind="quiet"
            icon="print"
            words={say('screen.paper.name')}
            hint={say('screen.paper.hint')}
            expanded={paper}
            onPress={() => {
              setPaper(!paper)
            }}
          />
          {canWait && (
            <Button
              kind="quiet"
              icon="waiting"
              words={say('screen.aside.name')}
              hint={say('screen.aside.hint')}
              expanded={aside}
              onPress={() => {
                setAside(!aside)
              }}
            />
          )}
          {state === 'waiting' && <ResumeTicket id={ticket.id} />}
          {offersClosing && <CloseTicket ticket={ticket} preset="not-fixed" isNext={false} />}
        </div>
      </div>
      {aside && canWait && (
        <SetAside
          ticket={ticket}
          onDone={() => {
            setAside(false)
            // What was pressed is gone: the keyboard stays with the ticket.
            actions.current?.querySelector('button')?.focus()
          }}
        />
      )}
      {paper && <Paper ticket={ticket} />}
      {open && <TicketDetails ticket={ticket} />}
    </section>
  )
}
