import type { ReactNode } from 'react'
import type { Because, RankedCause } from '../../../../core/diagnosis/diagnosis.ts'
import { Bar } from '../../parts/bar.tsx'
import { classNames } from '../../parts/class-names.ts'
import { Icon } from '../../parts/icon.tsx'
import { aboutPercent } from '../../format.ts'
import { say } from '../../words.ts'
import css from './cause-row.module.css'

type CauseRowProps = { readonly cause: RankedCause; readonly startsOpen: boolean }

const Reason = ({ because: { effect, text } }: { readonly because: Because }): ReactNode => (
  <li className={css['reason']}>
    <span className={classNames(css['effect'], css[effect])}>
      <Icon name={effect === 'for' ? 'plus' : 'minus'} />
      {say(`screen.effect.${effect}`)}
    </span>
    <span className={css['text']}>{text}</span>
  </li>
)

export const CauseRow = ({ cause, startsOpen }: CauseRowProps): ReactNode => (
  <li className={css['cause']} data-cause={cause.id} data-covers={cause.covers.join(' ')}>
    <details open={startsOpen}>
      <summary className={css['summary']}>
        <Icon name="right" />
        <span className={css['title']}>{cause.title}</span>
        <span className={css['bar']}>
          <Bar share={cause.probability} />
        </span>
        <span className={css['percent']}>{aboutPercent(cause.probability)}</span>
      </summary>
      <ul className={css['reasons']}>
        {cause.because.map((because) => (
          <Reason key={`${because.evidence} ${because.text}`} because={because} />
        ))}
        {cause.because.length === 0 && <li>{say('screen.causes.no-reasons')}</li>}
      </ul>
    </details>
  </li>
)
