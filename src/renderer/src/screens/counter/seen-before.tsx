import type { ReactNode } from 'react'
import type { SeenBefore as Seen } from '../../../../core/ticket.ts'
import { shortTime } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useTitle } from '../../parts/use-title.ts'
import { hashOf } from '../../store/place.ts'
import { say } from '../../words.ts'
import css from './seen-before.module.css'

type SeenBeforeProps = { readonly seen: readonly Seen[] }

/** Each ticket once, also where the phone and the number both lead to it. */
const each = (seen: readonly Seen[]): readonly Seen[] => [
  ...new Map(seen.toReversed().map((one) => [one.ticketId, one])).values(),
]

const stateOf = ({ result, workedFix }: Seen, fix: string): string => {
  if (workedFix !== null) return say('screen.seen.helped', { fix })
  if (result !== null) return say(`screen.result.${result}`)
  return say('screen.seen.open')
}

/** What this phone or this customer was here for before: it comes before any guess. */
export const SeenBefore = ({ seen }: SeenBeforeProps): ReactNode => {
  const now = useNow()
  const titleOf = useTitle()
  const tickets = each(seen).toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))
  return (
    <div className={css['place']} aria-live="polite">
      {tickets.length > 0 && (
        <>
          <p className={css['title']}>
            <Icon name="reopen" />
            {say('screen.seen.title')}
          </p>
          <ul className={css['list']}>
            {tickets.map((one) => (
              <li key={one.ticketId}>
                <a href={hashOf({ page: 'tickets', ticketId: one.ticketId })}>{one.number}</a>
                <span className={css['when']}>{shortTime(one.openedAt, now)}</span>
                <span>{say(`screen.seen.by.${one.by}`)}</span>
                <span className={css['what']}>
                  {stateOf(one, one.workedFix === null ? '' : titleOf(one.workedFix))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
