import type { ReactNode } from 'react'
import type { HistoryEntry } from '../../../../core/ticket.ts'
import { Panel } from '../../parts/panel.tsx'
import { fullTime, shortTime } from '../../format.ts'
import { useNow } from '../../parts/use-now.ts'
import { say } from '../../words.ts'
import css from './history.module.css'

/** What was done, by whom and when; the latest first. */
export const History = ({ entries }: { readonly entries: readonly HistoryEntry[] }): ReactNode => {
  const now = useNow()
  return (
    <Panel name={say('screen.history.name')} size="brief" textOnly>
      <ul className={css['list']}>
        {entries.toReversed().map(({ at, who, what }, index) => (
          <li key={`${at} ${what} ${String(entries.length - index)}`} className={css['entry']}>
            <time dateTime={at} title={fullTime(at)} className={css['time']}>
              {shortTime(at, now)}
            </time>
            <span className={css['what']}>{what}</span>
            <span className={css['who']}>{who}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
