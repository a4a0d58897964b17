import type { ReactNode } from 'react'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words.ts'
import css from './done-too.module.css'

type DoneTooProps = {
  readonly step: Step
  readonly plan: readonly Step[]
  readonly ticked: readonly string[]
  readonly onTick: (fix: string) => void
}

/** Fixes of the plan that may be done before the same sign-in as this one: nothing that is lost by them. */
const candidates = (step: Step, plan: readonly Step[]): readonly Step[] =>
  plan.filter(({ id, kind, losesData }) => kind === 'fix' && id !== step.id && !losesData)

/**
 * What was done before the same sign-in: it is marked with this step, by one outcome. Those that are advised so stand
 * here with how to do them; the others of the plan are folded away.
 */
export const DoneToo = ({ step, plan, ticked, onTick }: DoneTooProps): ReactNode => {
  const all = candidates(step, plan)
  const isAdvised = ({ id }: Step): boolean => step.together.some((each) => each.id === id)
  const advised = all.filter(isAdvised)
  const others = all.filter((each) => !isAdvised(each))
  const tick = ({ id, title }: Step): ReactNode => (
    <label className={css['tick']}>
      <input
        type="checkbox"
        checked={ticked.includes(id)}
        onChange={() => {
          onTick(id)
        }}
      />
      <span>{title}</span>
    </label>
  )
  if (all.length === 0) return null
  return (
    <div className={css['too']}>
      {advised.length > 0 && (
        <fieldset className={css['group']}>
          <legend className={css['why']}>{say('screen.together.advised')}</legend>
          {advised.map((each) => (
            <div key={each.id} className={css['line']}>
              {tick(each)}
              <details className={css['how']}>
                <summary className={css['summary']}>
                  <Icon name="right" />
                  {say('screen.together.how')}
                  <span className="unseen"> {each.title}</span>
                </summary>
                <ol className={css['steps']}>
                  {each.steps.map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ol>
              </details>
            </div>
          ))}
        </fieldset>
      )}
      {others.length > 0 && (
        <details className={css['how']} open={others.some(({ id }) => ticked.includes(id)) || undefined}>
          <summary className={css['summary']}>
            <Icon name="right" />
            {say('screen.together.more')}
          </summary>
          <fieldset className={css['group']}>
            <legend className="unseen">{say('screen.together.more')}</legend>
            {others.map((each) => (
              <div key={each.id} className={css['line']}>
                {tick(each)}
              </div>
            ))}
          </fieldset>
        </details>
      )}
    </div>
  )
}
