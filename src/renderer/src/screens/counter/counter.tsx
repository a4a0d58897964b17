import { useDeferredValue, useEffect, type ReactNode } from 'react'
import type { BenchView, PhoneView, TicketView } from '../../../../contract/views.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { TwoColumns } from '../../parts/two-columns.tsx'
import { useStore } from '../../store/store.ts'
import { AttachPhone } from './attach-phone.tsx'
import { Begin } from './begin.tsx'
import { LikelyCauses } from './likely-causes.tsx'
import { NewTicket } from './new-ticket.tsx'
import { NextStep } from './next-step.tsx'
import { Phones } from './phones.tsx'
import { seesPhones } from './phone-state.ts'
import { Readings } from './readings.tsx'
import { chosenPhone, phoneBeside, type Subject } from './subject.ts'
import { TicketWork } from './ticket-work.tsx'
import { useSubject } from './use-subject.ts'
import { useTicket } from './use-ticket.ts'

const NO_BENCH: BenchView = {
  server: { state: 'starting', version: null, port: 5037 },
  phones: [],
  clockDoubt: null,
}

type WorkProps = {
  readonly subject: Subject
  readonly ticket: TicketView | null
  readonly phone: PhoneView | null
  readonly canSeePhones: boolean
}

/** What was read comes first: what follows from it is drawn a moment later, in pieces, so that nothing waits for it. */
const WhatPhoneSays = ({ phone: { key, diagnosis } }: { readonly phone: PhoneView }): ReactNode => {
  const judged = useDeferredValue(diagnosis, null)
  return judged === null ? null : (
    <>
      <NextStep diagnosis={judged} ticket={null} of={key} />
      <LikelyCauses diagnosis={judged} />
    </>
  )
}

/** The right column: the form, a ticket, what a phone alone says, or where to begin. */
const Work = ({ subject, ticket, phone, canSeePhones }: WorkProps): ReactNode => {
  switch (subject.kind) {
    case 'form':
      return <NewTicket />
    case 'ticket':
      return ticket ? <TicketWork ticket={ticket} /> : null
    case 'phone':
      return <WhatPhoneSays key={subject.phone.key} phone={subject.phone} />
    case 'nothing':
      return <Begin phone={phone} canSeePhones={canSeePhones} />
  }
}

export const Counter = (): ReactNode => {
  const bench = useStore((store) => store.bench) ?? NO_BENCH
  const phoneKey = useStore((store) => store.phoneKey)
  const stayWithPhone = useStore((store) => store.stayWithPhone)
  const subject = useSubject()
  const { ticket, failure } = useTicket(subject.kind === 'ticket' ? subject.id : null)
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
              {ticket && <AttachPhone ticket={ticket} />}
            </Readings>
          )}
        </>
      }
      right={
        <>
          {failure && <FailureNote failure={failure} />}
          <Work
            subject={subject}
            ticket={ticket}
            phone={selected}
            canSeePhones={bench.phones.length > 0 || seesPhones(bench.server)}
          />
        </>
      }
    />
  )
}
