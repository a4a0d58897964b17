import { useState, type ReactNode } from 'react'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'
import { aboutMinutes } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { say } from '../../words.ts'
import css from './other-steps.module.css'

type OtherStepsProps = {
  readonly steps: readonly Step[]
  readonly advised: string | null
  readonly onPick: (id: string) => void
}

/** The rest of the plan; any of it can be taken first. */
export const OtherSteps = ({ steps, advised, onPick }: OtherStepsProps): ReactNode => {
  const [open, setOpen] = useState(false)
  if (steps.length === 0) return null
  return (
    <details
      className={css['others']}
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
      }}
    >
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.step.others', { count: steps.length })}
      </summary>
      <ul className={css['list']}>
        {steps.map(({ id, kind, title, minutes }) => (
          <li key={id}>
            <button
              type="button"
              className={css['step']}
              onClick={() => {
                onPick(id)
                setOpen(false)
              }}
            >
              <span className={css['kind']}>{say(`screen.step.kind.${kind}`)}</span>
              <span className={css['title']}>
                {title} <OwnMark id={id} />
              </span>
              <span className={css['time']}>
                {id === advised ? say('screen.step.advised') : aboutMinutes(minutes)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
