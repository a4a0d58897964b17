import { useEffect, type ReactNode } from 'react'
import { loadTicket } from '../../actions/tickets.ts'
import type { BenchView, PhoneView, TicketView } from '../../../../contract/views.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { TwoColumns } from '../../parts/two-columns.tsx'
import { useStore } from '../../store/store.ts'
import { AttachPhone } from './attach-phone.tsx'
import { Begin } from './begin.tsx'
import { LikelyCauses } from './likely-causes.tsx'
import { NewTicket } from './new-ticket.tsx'
import { NextStep } from './next-step.tsx'
import { Phones } from './phones.tsx'
import { Readings } from './readings.tsx'
import { chosenPhone, phoneBeside, type Subject } from './subject.ts'
import { TicketWork } from './ticket-work.tsx'
import { useSubject } from './use-subject.ts'

const NO_BENCH: BenchView = {
  server: { state: 'starting', version: null, port: 5037 },
  phones: [],
  clockDoubt: null,
}

type WorkProps = {
  readonly subject: Subject
  readonly ticket: TicketView | null
  readonly phone: PhoneView | null
}

/** The right column: the form, a ticket, what a phone alone says, or where to begin. */
const Work = ({ subject, ticket, phone }: WorkProps): ReactNode => {
  switch (subject.kind) {
    case 'form':
      return <NewTicket />
    case 'ticket':
      return ticket ? <TicketWork ticket={ticket} /> : null
    case 'phone':
      return subject.phone.diagnosis === null ? null : (
        <>
          <NextStep key={subject.phone.key} diagnosis={subject.phone.diagnosis} ticket={null} />
          <LikelyCauses diagnosis={subject.phone.diagnosis} />
        </>
      )
    case 'nothing':
      return <Begin phone={phone} />
  }
}

/** A phone names its open ticket before the ticket itself was shown: it is fetched once. */
const useTicketOf = (subject: Subject): { ticket: TicketView | null; failure: ReactNode } => {
  const id = subject.kind === 'ticket' ? subject.id : null
  const ticket = useStore(({ tickets }) => (id === null ? null : (tickets[id] ?? null)))
  const { failure, run } = useAction()
  const isMissing = id !== null && ticket === null
  useEffect(() => {
    if (isMissing) run(async () => loadTicket(id))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once a ticket, not once a rendering
  }, [id, isMissing])
  return { ticket, failure: isMissing ? <FailureNote failure={failure} /> : null }
}

export const Counter = (): ReactNode => {
  const bench = useStore((store) => store.bench) ?? NO_BENCH
  const phoneKey = useStore((store) => store.phoneKey)
  const stayWithPhone = useStore((store) => store.stayWithPhone)
  const subject = useSubject()
  const { ticket, failure } = useTicketOf(subject)
  const selected = chosenPhone(bench.phones, phoneKey)
  const selectedKey = selected?.key ?? null
  const isReady = selected?.state === 'device'
  useEffect(() => {
    if (isReady && selectedKey !== null) stayWithPhone(selectedKey)
  }, [isReady, selectedKey, stayWithPhone])
  const phone = phoneBeside(bench.phones, selected, ticket)
  return (
    <TwoColumns
      left={
        <>
          <Phones bench={bench} selectedKey={phone?.key ?? null} />
          {(phone !== null || ticket !== null) && (
            <Readings
              key={phone?.key ?? ticket?.id}
              phone={phone}
              inspection={phone?.inspection ?? ticket?.inspection ?? null}
              diagnosis={ticket?.diagnosis ?? phone?.diagnosis ?? null}
              ticket={ticket}
            >
              {ticket?.device === null && ticket.state !== 'closed' && <AttachPhone ticket={ticket} />}
            </Readings>
          )}
        </>
      }
      right={
        <>
          {failure}
          <Work subject={subject} ticket={ticket} phone={selected} />
        </>
      }
    />
  )
}
