import type { ReactNode } from 'react'
import { readPhone } from '../../actions/phones.ts'
import type { InspectionView, PhoneView, TicketView } from '../../../../contract/views.ts'
import type { Diagnosis } from '../../../../core/diagnosis/diagnosis.ts'
import { sayReading } from '../../../../core/words/say-reading.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReadingRow } from '../../parts/reading-row.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { Changes } from './changes.tsx'
import { FineOnes } from './fine-ones.tsx'
import { orderReadings } from './order-readings.ts'
import { PhoneHead } from './phone-head.tsx'
import { PhoneLooks } from './phone-looks.tsx'
import { PhoneSteps } from './phone-steps.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { RecordingMark } from './recording-mark.tsx'
import { sameReasons } from './same-reasons.ts'
import { SaveRecording } from './save-recording.tsx'
import { UnreadOnes } from './unread-ones.tsx'
import { SignInWatch } from './sign-in-watch.tsx'
import css from './readings.module.css'

type ReadingsProps = {
  /** The phone while it is connected. */
  readonly phone: PhoneView | null
  readonly inspection: InspectionView | null
  readonly diagnosis: Diagnosis | null
  /** Whose phone it is: what changed is told from the first reading of a ticket on. */
  readonly ticket: TicketView | null
  /** What can be done where nothing was read. */
  readonly children?: ReactNode
}

export const Readings = ({ phone, inspection, diagnosis, ticket, children }: ReadingsProps): ReactNode => {
  const { busy, failure, run } = useAction()
  // A fixed ticket is judged by what was read before the fix.
  const outdated =
    ticket !== null && ticket.state !== 'diagnosing' && ticket.state !== 'waiting' ? ticket.changes : []
  const { shown, fine } = orderReadings(
    inspection,
    diagnosis,
    (id, reading) => sayReading(id, reading, say),
    new Set(outdated.map(({ id }) => id)),
  )
  const { single, folded } = sameReasons(shown)
  const isStill = phone !== null && phone.progress !== 'reading'
  const again = isStill && phone.state === 'device' && phone.recordedAt === null && (
    <Button
      kind="quiet"
      icon="refresh"
      words={say('screen.readings.again')}
      shortcut="r"
      busy={busy}
      onPress={() => {
        run(async () => readPhone(phone.key))
      }}
    />
  )
  return (
    <Panel
      name={say('screen.readings.name')}
      actions={
        <>
          {isStill && inspection !== null && !phone.training && <SaveRecording phoneKey={phone.key} />}
          {again}
        </>
      }
      size="grows"
    >
      {phone !== null && phone.recordedAt !== null && (
        <RecordingMark phoneKey={phone.key} recordedAt={phone.recordedAt} />
      )}
      {inspection && <PhoneHead phone={phone} inspection={inspection} ticketId={ticket?.id ?? null} />}
      <div className={css['padded']}>
        <FailureNote failure={failure ?? phone?.unsaved ?? null} />
      </div>
      <ReadingProgress phone={phone} inspection={inspection} />
      <PhoneSteps phone={phone} wasRead={inspection !== null}>
        {children}
      </PhoneSteps>
      {phone && <PhoneLooks phone={phone} />}
      {ticket?.watch && <SignInWatch key={ticket.id} watch={ticket.watch} />}
      {single.length > 0 && (
        <ul className={css['list']}>
          {single.map((row, at) => (
            <ReadingRow key={row.id} row={row} isFirst={at === 0} />
          ))}
        </ul>
      )}
      {folded.map((same) => (
        <UnreadOnes key={same.reason} {...same} />
      ))}
      {fine.length > 0 && <FineOnes rows={fine} />}
      {ticket && <Changes changes={ticket.changes} comparedWith={ticket.comparedWith} />}
    </Panel>
  )
}
