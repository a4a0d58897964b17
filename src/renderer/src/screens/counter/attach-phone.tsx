import type { ReactNode } from 'react'
import { attachPhone } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { serialTail } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'

/** For a ticket that was opened without its phone, or on one written down by hand: the phones on the bench that may be it. */
export const AttachPhone = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const phones = useStore(({ bench }) => bench?.phones) ?? []
  const { busy, failure, run } = useAction()
  // What was recorded elsewhere is not the phone that the customer has brought.
  const free = phones.filter(
    ({ ticketId, inspection, recordedAt, training }) =>
      ticketId === null && inspection !== null && recordedAt === null && !training,
  )
  const isWanted = ticket.state !== 'closed' && (ticket.device === null || ticket.device.isTyped)
  if (!isWanted) return null
  return (
    <>
      {free.map(({ key, name, serial }) => (
        <Button
          key={key}
          icon="phone"
          words={say('screen.readings.attach', { name, tail: serialTail(serial) })}
          busy={busy}
          onPress={() => {
            run(async () => attachPhone(ticket.id, key))
          }}
        />
      ))}
      <FailureNote failure={failure} />
    </>
  )
}
