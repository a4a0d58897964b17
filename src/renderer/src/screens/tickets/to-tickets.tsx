import type { ReactNode } from 'react'
import { goToPage } from '../../actions/place.ts'
import type { Failure } from '../../../../core/failure.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { say } from '../../words.ts'
import css from './visit-list.module.css'

/** The way back from a ticket, a customer or a phone; and why it is not to be seen, where that is so. */
export const ToTickets = ({ failure }: { readonly failure: Failure | null }): ReactNode => (
  <div className={css['back']}>
    <Button
      kind="quiet"
      icon="back"
      words={say('screen.tickets.back')}
      onPress={() => {
        goToPage('tickets')
      }}
    />
    <FailureNote failure={failure} />
  </div>
)
