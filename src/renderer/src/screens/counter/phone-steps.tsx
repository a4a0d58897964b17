import type { ReactNode } from 'react'
import type { PhoneView } from '../../../../contract/views.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import fold from '../../parts/fold.module.css'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words.ts'
import { ReadySteps } from './ready-steps.tsx'

type PhoneStepsProps = {
  readonly phone: PhoneView | null
  readonly wasRead: boolean
  readonly children?: ReactNode
}

/** In place of readings that are not there: what to do until they are. Beside older ones it folds into a line. */
export const PhoneSteps = ({ phone, wasRead, children }: PhoneStepsProps): ReactNode => {
  const state = phone?.state ?? null
  if (wasRead)
    return state === null || state === 'device' || state === 'gone' ? null : (
      <details className={fold['fold']}>
        <summary className={fold['summary']}>
          <Icon name="alert" />
          <span>{say('screen.readings.how-ready')}</span>
          <Icon name="down" />
        </summary>
        <ReadySteps obstacle={state} />
      </details>
    )
  if (phone?.progress === 'reading') return null
  if (state !== null && state !== 'device') return <ReadySteps obstacle={state} />
  return (
    <EmptyState
      icon="phone"
      title={say('screen.readings.none')}
      advice={say(phone ? 'screen.readings.not-ready' : 'screen.readings.no-phone')}
    >
      {children}
    </EmptyState>
  )
}
