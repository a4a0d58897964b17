import type { ReactNode } from 'react'
import { goToPage } from '../../actions/place.ts'
import { Button } from '../../parts/button.tsx'
import { say } from '../../words.ts'
import css from './visit-list.module.css'

export const ToTickets = (): ReactNode => (
  <div className={css['back']}>
    <Button
      kind="quiet"
      icon="back"
      words={say('screen.tickets.back')}
      onPress={() => {
        goToPage('tickets')
      }}
    />
  </div>
)
