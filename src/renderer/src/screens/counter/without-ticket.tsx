import type { ReactNode } from 'react'
import { startTicket } from '../../actions/place.ts'
import { Button } from '../../parts/button.tsx'
import { say } from '../../words.ts'
import css from './step-actions.module.css'

/** The readings alone say this much; recording what is done takes a ticket. */
export const WithoutTicket = (): ReactNode => (
  <div className={css['actions']}>
    <Button kind="primary" icon="plus" words={say('screen.start-ticket')} onPress={startTicket} />
    <span>{say('screen.step.needs-ticket')}</span>
  </div>
)
