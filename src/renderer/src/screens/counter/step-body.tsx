import type { ReactNode } from 'react'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'
import { aboutMinutes, aboutPercent, quotedList } from '../../format.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { say } from '../../words.ts'
import css from './step-body.module.css'

type StepBodyProps = {
  readonly step: Step
  readonly isAdvised: boolean
  /** The steps are not shown before what is lost was agreed to. */
  readonly isShut: boolean
  /** What else may be done before the same sign-in; without a ticket there is nothing to mark, and it is only said. */
  readonly doneToo: ReactNode
}

/** Below this the number only confuses: with two causes at once neither fix ends the trouble by itself. */
const TELLING_CHANCE = 0.1

const KINDS: Readonly<Record<Step['kind'], IconName>> = { fix: 'fix', check: 'search', refer: 'referral' }

export const StepBody = ({ step, isAdvised, isShut, doneToo }: StepBodyProps): ReactNode => (
  <div className={css['step']}>
    <p className={css['kind']}>
      <Icon name={KINDS[step.kind]} />
      <span>{say(`screen.step.kind.${step.kind}`)}</span>
      <span className={css['time']}>{aboutMinutes(step.minutes)}</span>
      {step.kind !== 'refer' && step.chance >= TELLING_CHANCE && (
        <span className={css['time']}>
          {say(`screen.step.chance.${step.kind}`, { chance: aboutPercent(step.chance) })}
        </span>
      )}
      {!isAdvised && <span className={css['time']}>{say('screen.step.not-advised')}</span>}
    </p>
    <div className={css['name']}>
      <h3 className={css['title']}>{step.title}</h3>
      <OwnMark id={step.id} />
    </div>
    <p className={css['why']}>
      <span className={css['lead']}>{say('screen.step.why')}</span> {step.reason}
    </p>
    {step.caution !== null && (
      <p className={css['caution']}>
        <Icon name="shield" />
        <span>
          <strong>{say('screen.step.caution')}</strong> {step.caution}
        </span>
      </p>
    )}
    {step.kind === 'refer' && <p className={css['lead']}>{say('screen.step.tell')}</p>}
    {!isShut && (
      <ol className={css['steps']}>
        {step.steps.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ol>
    )}
    {doneToo}
    {doneToo === null && step.together.length > 0 && (
      <p className={css['why']}>
        {say('screen.step.together', { fixes: quotedList(step.together.map(({ title }) => title)) })}
      </p>
    )}
  </div>
)
