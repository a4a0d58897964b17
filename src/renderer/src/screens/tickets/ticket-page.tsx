import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { loadTicket } from '../../actions/tickets.ts'
import { AttachPhone } from '../counter/attach-phone.tsx'
import { Readings } from '../counter/readings.tsx'
import { TicketWork } from '../counter/ticket-work.tsx'
import { TwoColumns } from '../../parts/two-columns.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { EraseCustomer } from './erase-customer.tsx'
import { ToTickets } from './to-tickets.tsx'

/** One ticket by itself, laid out as on the counter, with the readings kept with it. */
export const TicketPage = ({ id }: { readonly id: string }): ReactNode => {
  const ticket = useStore(({ tickets }) => tickets[id])
  const phone = useStore(({ bench }) => bench?.phones.find(({ key }) => key === ticket?.phoneKey))
  const { failure, run } = useAction()
  const load = useEffectEvent((asked: string) => {
    run(async () => loadTicket(asked))
  })
  useEffect(() => {
    load(id)
  }, [id])
  return (
    <TwoColumns
      left={
        <>
          <ToTickets failure={ticket ? null : failure} />
          {ticket && (
            <Readings
              phone={phone ?? null}
              inspection={phone?.inspection ?? ticket.inspection}
              diagnosis={ticket.diagnosis}
              ticket={ticket}
            >
              <AttachPhone ticket={ticket} />
            </Readings>
          )}
          {ticket && <EraseCustomer key={ticket.id} customer={ticket.customer} />}
        </>
      }
      right={ticket && <TicketWork ticket={ticket} />}
    />
  )
}
