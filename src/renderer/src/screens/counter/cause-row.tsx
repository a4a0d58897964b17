import { useState, type ReactNode } from 'react'
import type { Because, RankedCause } from '../../../../core/diagnosis/diagnosis.ts'
import { Bar } from '../../parts/bar.tsx'
import { classNames } from '../../parts/class-names.ts'
import { Icon } from '../../parts/icon.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { aboutPercent } from '../../format.ts'
import { say } from '../../words.ts'
import css from './cause-row.module.css'
import { CauseNumbers } from './cause-numbers.tsx'

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

/** As many as can be taken in at a glance; the engine names the strongest first. */
const FIRST_REASONS = 2

const Reasons = ({ because }: Pick<RankedCause, 'because'>): ReactNode => {
  const [all, showAll] = useState(false)
  const more = because.length - FIRST_REASONS
  return (
    <ul className={css['reasons']}>
      {because.slice(0, all || more === 1 ? undefined : FIRST_REASONS).map((reason) => (
        <Reason key={`${reason.evidence} ${reason.text}`} because={reason} />
      ))}
      {!all && more > 1 && (
        <li>
          <button
            type="button"
            className={css['more']}
            onClick={() => {
              showAll(true)
            }}
          >
            {say('screen.causes.more-reasons', { count: more })}
          </button>
        </li>
      )}
      {because.length === 0 && <li>{say('screen.causes.no-reasons')}</li>}
    </ul>
  )
}

export const CauseRow = ({ cause, startsOpen }: CauseRowProps): ReactNode => (
  <li className={css['cause']} data-cause={cause.id} data-covers={cause.covers.join(' ')}>
    <details open={startsOpen}>
      <summary className={css['summary']}>
        <Icon name="right" />
        <span className={css['title']}>
          {cause.title} <OwnMark id={cause.id} />
        </span>
        <span className={css['bar']}>
          <Bar share={cause.probability} />
        </span>
        <span className={css['percent']}>{aboutPercent(cause.probability)}</span>
      </summary>
      <Reasons because={cause.because} />
      <CauseNumbers cause={cause} />
    </details>
  </li>
)
