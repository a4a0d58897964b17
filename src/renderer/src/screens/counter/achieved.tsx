import type { ReactNode } from 'react'
import type { SaidChange } from '../../../../core/words/say-change.ts'
import { say } from '../../words.ts'
import css from './achieved.module.css'
import { ChangeList, changesOfPhone } from './changes.tsx'

/** The panel holds few lines; an update of the whole system changes many readings. */
const MOST_SHOWN = 6

/** What is different on the phone from when it came in, to be told when it is handed back; what is well now first. */
export const Achieved = ({ changes }: { readonly changes: readonly SaidChange[] }): ReactNode => {
  const ofPhone = changesOfPhone(changes)
  if (ofPhone.length === 0) return null
  const wellFirst = ofPhone.toSorted(
    (one, other) => Number(other.tone === 'fine') - Number(one.tone === 'fine'),
  )
  const left = ofPhone.length - MOST_SHOWN
  return (
    <div className={css['achieved']}>
      <h4 className={css['name']}>{say('screen.changes.achieved')}</h4>
      <ChangeList changes={wellFirst.slice(0, MOST_SHOWN)} />
      {left > 0 && <p className={css['more']}>{say('screen.changes.more', { count: left })}</p>}
    </div>
  )
}
