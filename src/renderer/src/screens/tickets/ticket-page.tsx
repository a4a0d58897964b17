import { useEffect, type ReactNode } from 'react'
import { goToPage } from '../../actions/place.ts'
import { loadTicket } from '../../actions/tickets.ts'
import { Readings } from '../counter/readings.tsx'
import { TicketWork } from '../counter/ticket-work.tsx'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { TwoColumns } from '../../parts/two-columns.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { EraseCustomer } from './erase-customer.tsx'
import css from './ticket-page.module.css'

/** One ticket by itself, laid out as on the counter, with the readings kept with it. */
export const TicketPage = ({ id }: { readonly id: string }): ReactNode => {
  const ticket = useStore(({ tickets }) => tickets[id])
  const phone = useStore(({ bench }) => bench?.phones.find(({ key }) => key === ticket?.phoneKey))
  const { failure, run } = useAction()
  useEffect(() => {
    run(async () => loadTicket(id))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once a ticket
  }, [id])
  const back = (
    <Button
      kind="quiet"
      icon="back"
      words={say('screen.tickets.back')}
      onPress={() => {
        goToPage('tickets')
      }}
    />
  )
  return (
    <TwoColumns
      left={
        <>
          <div className={css['back']}>{back}</div>
          {ticket && (
            <Readings
              phone={phone ?? null}
              inspection={phone?.inspection ?? ticket.inspection}
              diagnosis={ticket.diagnosis}
              ticket={ticket}
            />
          )}
          {ticket && <EraseCustomer key={ticket.id} customer={ticket.customer} />}
        </>
      }
      right={
        <>
          {!ticket && <FailureNote failure={failure} />}
          {ticket && <TicketWork ticket={ticket} />}
        </>
      }
    />
  )
}
