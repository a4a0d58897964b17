import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import type { SaidChange } from '../../../../core/words/say-change.ts'
import { fullTime } from '../../format.ts'
import { classNames } from '../../parts/class-names.ts'
import fold from '../../parts/fold.module.css'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words.ts'
import css from './changes.module.css'

export const changesOfPhone = (changes: readonly SaidChange[]): readonly SaidChange[] =>
  changes.filter(({ about }) => about === 'phone')

export const ChangeList = ({ changes }: { readonly changes: readonly SaidChange[] }): ReactNode => (
  <ul>
    {changes.map(({ id, label, before, after }) => (
      <li key={id} className={css['change']} data-change={id}>
        <span className={css['label']}>{label}</span>
        <span className={css['words']}>{say('change.from-to', { before, after })}</span>
      </li>
    ))}
  </ul>
)

type ChangesProps = Pick<TicketView, 'changes' | 'comparedWith'>

/** One line under the readings; it opens to what reads otherwise than the first time. */
export const Changes = ({ changes, comparedWith }: ChangesProps): ReactNode => {
  const ofPhone = changesOfPhone(changes)
  const readOnce = changes.filter(({ about }) => about === 'reading')
  // That nothing changed is known only when the phone was read to the end again.
  if (comparedWith === null && changes.length === 0) return null
  const line = <span>{say('screen.changes.count', { count: ofPhone.length })}</span>
  const title =
    comparedWith === null ? undefined : say('screen.changes.first', { time: fullTime(comparedWith) })
  if (changes.length === 0)
    return (
      <p className={classNames(fold['summary'], css['none'])} title={title}>
        <Icon name="minus" />
        {line}
      </p>
    )
  return (
    <details className={classNames(fold['fold'], css['changes'])}>
      <summary className={fold['summary']} title={title}>
        <Icon name="refresh" />
        {line}
        <Icon name="down" />
      </summary>
      <ChangeList changes={ofPhone} />
      {readOnce.length > 0 && (
        <>
          <p className={css['once']}>{say('screen.changes.once')}</p>
          <ChangeList changes={readOnce} />
        </>
      )}
    </details>
  )
}
