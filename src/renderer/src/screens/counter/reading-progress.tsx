import type { ReactNode } from 'react'
import type { InspectionView, PhoneView } from '../../../../contract/views.ts'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words.ts'
import css from './reading-progress.module.css'

type ReadingProgressProps = { readonly phone: PhoneView | null; readonly inspection: InspectionView | null }

/** That readings are arriving, or that they ended early and what to do then. Always there, so that a change is said. */
export const ReadingProgress = ({ phone, inspection }: ReadingProgressProps): ReactNode => {
  // Those of the last time stand in until they come again.
  const count = Object.values(inspection?.entries ?? {}).filter(
    ({ at }) => inspection !== null && at >= inspection.startedAt,
  ).length
  const stopped = phone?.progress === 'reading' ? null : inspection?.stopped
  return (
    <output aria-live="polite" className={css['place']}>
      {phone?.progress === 'reading' && (
        <span className={css['reading']}>
          <span className={css['line']} />
          {say('screen.readings.reading', { count })}
        </span>
      )}
      {stopped && (
        <span className={css['stopped']}>
          <Icon name={stopped === 'unplugged' ? 'unplugged' : 'alert'} />
          <span>{say(`screen.readings.stopped.${stopped}`)}</span>
        </span>
      )}
    </output>
  )
}
