import type { ReactNode } from 'react'
import type { WorkView } from '../../../../contract/safety-views.ts'
import { stopWork } from '../../actions/safety.ts'
import { unattended } from '../../desk.ts'
import { Bar } from '../../parts/bar.tsx'
import { Button } from '../../parts/button.tsx'
import { say } from '../../words.ts'
import css from './long-work.module.css'

/** What takes long: what is being done, how far it is, and the way to stop it. Always there, so that a change is said. */
export const LongWork = ({ working }: { readonly working: readonly WorkView[] }): ReactNode => (
  <output aria-live="polite" className={css['place']}>
    {working
      .filter(({ kind }) => kind !== 'look')
      .map(({ id, kind, part }) => (
        <span key={id} className={css['work']}>
          <span className={css['words']}>{say(`safety.working.${kind}`)}</span>
          <Bar share={part} />
          <Button
            words={say('safety.stop')}
            kind="quiet"
            onPress={() => {
              unattended(stopWork(id))
            }}
          />
        </span>
      ))}
  </output>
)
