import type { ReactNode } from 'react'
import { classNames } from '../../parts/class-names.ts'
import fold from '../../parts/fold.module.css'
import { Icon } from '../../parts/icon.tsx'
import { ReadingRow } from '../../parts/reading-row.tsx'
import { say } from '../../words.ts'
import css from './readings.module.css'
import type { SameReason } from './same-reasons.ts'

/** What could not be read for one reason: one line with the mark of the unknown, which opens. */
export const UnreadOnes = ({ reason, rows }: SameReason): ReactNode => (
  <details className={classNames(fold['fold'], css['unread'])} data-unread={rows.length}>
    <summary className={fold['summary']}>
      <Icon name="question" />
      <span>{say('screen.readings.same-reason', { count: rows.length, reason })}</span>
      <Icon name="down" />
    </summary>
    <ul>
      {rows.map((row) => (
        <ReadingRow key={row.id} row={row} />
      ))}
    </ul>
  </details>
)
