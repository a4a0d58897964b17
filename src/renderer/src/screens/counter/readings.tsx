import type { ReactNode } from 'react'
import { readPhone } from '../../actions/phones.ts'
import type { InspectionView, PhoneView, TicketView } from '../../../../contract/views.ts'
import type { Diagnosis } from '../../../../core/diagnosis/diagnosis.ts'
import { sayReading } from '../../../../core/words/say-reading.ts'
import { Button } from '../../parts/button.tsx'
import { classNames } from '../../parts/class-names.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import fold from '../../parts/fold.module.css'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReadingRow } from '../../parts/reading-row.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { Changes } from './changes.tsx'
import { orderReadings } from './order-readings.ts'
import { PhoneHead } from './phone-head.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { ScreenMessage } from './screen-message.tsx'
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

const FineOnes = ({ rows }: { readonly rows: ReturnType<typeof orderReadings>['fine'] }): ReactNode => (
  <details className={classNames(fold['fold'], css['fine'])}>
    <summary className={fold['summary']}>
      <Icon name="fine" />
      <span>{say('screen.readings.fine', { count: rows.length })}</span>
      <Icon name="down" />
    </summary>
    <ul>
      {rows.map((row) => (
        <ReadingRow key={row.id} row={row} />
      ))}
    </ul>
  </details>
)

const nothingRead = (phone: PhoneView | null): string =>
  phone ? say('screen.readings.not-ready') : say('screen.readings.no-phone')

export const Readings = ({ phone, inspection, diagnosis, ticket, children }: ReadingsProps): ReactNode => {
  const { busy, failure, run } = useAction()
  const { shown, fine } = orderReadings(inspection, diagnosis, (id, reading) => sayReading(id, reading, say))
  const again = phone?.state === 'device' && phone.progress !== 'reading' && (
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
    <Panel name={say('screen.readings.name')} actions={again} size="grows">
      {inspection && <PhoneHead phone={phone} inspection={inspection} />}
      <div className={css['padded']}>
        <FailureNote failure={failure ?? phone?.unsaved ?? null} />
      </div>
      <ReadingProgress phone={phone} inspection={inspection} />
      {phone && <ScreenMessage phone={phone} />}
      {shown.length > 0 && (
        <ul className={css['list']}>
          {shown.map((row) => (
            <ReadingRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {fine.length > 0 && <FineOnes rows={fine} />}
      {ticket && <Changes changes={ticket.changes} comparedWith={ticket.comparedWith} />}
      {!inspection && phone?.progress !== 'reading' && (
        <EmptyState icon="phone" title={say('screen.readings.none')} advice={nothingRead(phone)}>
          {children}
        </EmptyState>
      )}
    </Panel>
  )
}
