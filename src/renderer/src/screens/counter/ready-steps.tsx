import type { ReactNode } from 'react'
import { startTicket } from '../../actions/place.ts'
import type { AdbServerStatus } from '../../../../core/phone.ts'
import { readySteps, type Obstacle, type ReadyStep } from '../../../../core/ready-steps.ts'
import { commandOf, stepValues } from '../../../../core/words/say-steps.ts'
import { unattended } from '../../desk.ts'
import { Button } from '../../parts/button.tsx'
import { copyText } from '../../parts/copy-text.ts'
import { classNames } from '../../parts/class-names.ts'
import { Drawing, isWide } from '../../parts/drawings/drawing.tsx'
import { say } from '../../words.ts'
import { SYSTEM } from './phone-state.ts'
import css from './ready-steps.module.css'

type StepProps = {
  readonly step: ReadyStep
  readonly number: number
  readonly server: AdbServerStatus | null
}

const Step = ({ step, number, server }: StepProps): ReactNode => {
  const command = commandOf(step.words, server, say)
  const words = (
    <span className={css['words']}>
      {say(step.words, stepValues(server))}
      {command !== null && (
        <span className={css['command']}>
          <code>{command}</code>
          <Button
            kind="quiet"
            icon="copy"
            iconOnly
            words={say('screen.step.copy-command')}
            onPress={() => {
              unattended(copyText(command))
            }}
          />
        </span>
      )}
    </span>
  )
  const drawing = <Drawing name={step.drawing} />
  return (
    <li className={classNames(css['step'], isWide(step.drawing) && css['wide'])} data-step={step.name}>
      <span className={css['number']} aria-hidden="true">
        {number}
      </span>
      {isWide(step.drawing) ? (
        <>
          {words}
          <span className={css['beneath']}>{drawing}</span>
        </>
      ) : (
        <>
          {drawing}
          {words}
        </>
      )}
    </li>
  )
}

/** No phone has to be ready for a case to go on. */
const ByHand = (): ReactNode => (
  <div className={css['by-hand']}>
    <p>{say('step.by-hand')}</p>
    <Button words={say('screen.phones.by-hand')} onPress={startTicket} />
  </div>
)

type ReadyStepsProps = { readonly obstacle: Obstacle; readonly server?: AdbServerStatus | null }

/** What stands between a phone and its readings: what to do, in order and drawn, and the way without. */
export const ReadySteps = ({ obstacle, server = null }: ReadyStepsProps): ReactNode => (
  <>
    <ol className={css['steps']}>
      {readySteps(obstacle, SYSTEM).map((step, at) => (
        <Step key={step.name} step={step} number={at + 1} server={server} />
      ))}
    </ol>
    <ByHand />
  </>
)
