import type { ReactNode } from 'react'
import { agreeToLoss } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './step-actions.module.css'

type LossGateProps = { readonly ticket: TicketView; readonly step: Step }

/**
 * Before a step that loses something for good: what that is, in so many words, and that the customer agrees to it,
 * which stands in the history from then on.
 */
export const LossGate = ({ ticket, step }: LossGateProps): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <>
      <p className={css['ask']}>{say('screen.step.loss', { loss: step.caution ?? step.title })}</p>
      <div className={css['actions']}>
        <Button
          icon="shield"
          words={say('screen.step.loss-agreed')}
          busy={busy}
          onPress={() => {
            run(async () => agreeToLoss(ticket.id, step.id))
          }}
        />
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
