import type { ReactNode } from 'react'
import type { Diagnosis } from '../../../../core/diagnosis/diagnosis.ts'
import { aboutPercent } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words.ts'
import others from './other-steps.module.css'
import css from './turns.module.css'

/** What would change the advice: the answers after which something else would be done first. */
export const Turns = ({ turns }: Pick<Diagnosis, 'turns'>): ReactNode =>
  turns.length > 0 && (
    <details className={others['others']}>
      <summary className={others['summary']}>
        <Icon name="right" />
        {say('screen.step.turns')}
      </summary>
      <ul className={css['turns']}>
        {turns.map(({ check, answer, chance, next }) => (
          <li key={check.id}>
            {say('screen.step.turn', {
              check: check.title,
              answer,
              chance: aboutPercent(chance),
              next: next.title,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
