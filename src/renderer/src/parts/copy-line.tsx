import type { ReactNode } from 'react'
import type { CopyView } from '../../../contract/safety-views.ts'
import { fullTime } from '../format.ts'
import { say } from '../words.ts'
import css from './copy-line.module.css'

const sayNumbers = ({ tickets, version }: CopyView): string =>
  tickets === null || version === null
    ? say('safety.unreadable')
    : `${say('safety.tickets', { count: tickets })}, ${say(`safety.version.${version}`)}`

export const canBePutBack = ({ tickets, version }: CopyView): boolean =>
  tickets !== null && version !== 'newer'

type CopyLineProps = { readonly copy: CopyView; readonly children: ReactNode }

/** A copy: when it is of, how much is in it, where it lies; what can be done with it at the end. */
export const CopyLine = ({ copy, children }: CopyLineProps): ReactNode => (
  <li className={css['line']}>
    <span className={css['words']}>
      <span>{fullTime(copy.at)}</span>
      <span className={css['numbers']}>{sayNumbers(copy)}</span>
      <span className={css['file']}>
        {say(`safety.kind.${copy.kind}`)} · {copy.file}
      </span>
    </span>
    <span className={css['actions']}>{children}</span>
  </li>
)
