import type { ReactNode } from 'react'
import type { Diagnosis } from '../../../../core/diagnosis/diagnosis.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { say } from '../../words.ts'
import { CauseRow } from './cause-row.tsx'
import { foldCauses } from './fold-causes.ts'
import css from './likely-causes.module.css'

/** What it probably is, most likely first, each with what speaks for and against it. */
export const LikelyCauses = ({ diagnosis }: { readonly diagnosis: Diagnosis }): ReactNode => {
  const { likely, unlikely } = foldCauses(diagnosis.causes)
  return (
    <Panel
      name={say('screen.causes.name')}
      note={say(likely.length > 1 ? 'screen.causes.several' : 'screen.causes.note')}
      size="causes"
    >
      {diagnosis.causes.length === 0 && <p className={css['none']}>{say('screen.causes.none')}</p>}
      <ul>
        {likely.map(({ cause, open }) => (
          <CauseRow key={cause.id} cause={cause} startsOpen={open} />
        ))}
      </ul>
      {unlikely.length > 0 && (
        <details className={css['fold']} open={likely.length === 0}>
          <summary className={css['summary']}>
            <Icon name="right" />
            {say('screen.causes.unlikely', { count: unlikely.length })}
          </summary>
          <ul>
            {unlikely.map((cause) => (
              <CauseRow key={cause.id} cause={cause} startsOpen={false} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
