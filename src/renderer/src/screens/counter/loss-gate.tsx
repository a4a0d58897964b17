import type { ReactNode } from 'react'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'
import { Button } from '../../parts/button.tsx'
import { say } from '../../words.ts'
import css from './step-actions.module.css'

type LossGateProps = { readonly step: Step; readonly onAgreed: () => void }

/** Before a step that loses something for good: what that is, in so many words, and that the customer agrees to it. */
export const LossGate = ({ step, onAgreed }: LossGateProps): ReactNode => (
  <>
    <p className={css['ask']}>{say('screen.step.loss', { loss: step.caution ?? step.title })}</p>
    <div className={css['actions']}>
      <Button icon="shield" words={say('screen.step.loss-agreed')} onPress={onAgreed} />
    </div>
  </>
)
