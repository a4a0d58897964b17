import type { ReactNode } from 'react'
import type { SeenBefore as Seen } from '../../../../core/ticket.ts'
import { workedFixes } from '../../../../core/worked-fixes.ts'
import { quotedList, shortTime } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useTitle } from '../../parts/use-title.ts'
import { hashOf } from '../../store/place.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { SeenActions } from './seen-actions.tsx'
import css from './seen-before.module.css'

type SeenBeforeProps = {
  readonly seen: readonly Seen[]
  /** Where a ticket is written: whose it is and what it is the rework of can be taken from here. */
  readonly isForm?: boolean
}

/** Each ticket once, also where the phone and the number both lead to it. */
const each = (seen: readonly Seen[]): readonly Seen[] => [
  ...new Map(seen.toReversed().map((one) => [one.ticketId, one])).values(),
]

const stateOf = (seen: Seen, titleOf: (id: string) => string): string => {
  const { result } = seen
  const worked = workedFixes(seen)
  if (worked.length > 0)
    return say('screen.seen.helped', { fixes: quotedList(worked.map(titleOf)), count: worked.length })
  if (result !== null) return say(`screen.result.${result}`)
  return say('screen.seen.open')
}

/** Said while it runs; that it is over is known soon enough. */
const warrantyOf = ({ warranty }: Seen, now: Date): string | null =>
  warranty !== null && warranty.until !== null && warranty.until >= now.toISOString()
    ? say('screen.seen.warranty', { until: shortTime(warranty.until, now) })
    : null

/** What this phone or this customer was here for before: it comes before any guess. */
export const SeenBefore = ({ seen, isForm = false }: SeenBeforeProps): ReactNode => {
  const now = useNow()
  const titleOf = useTitle()
  const causes = useStore(({ knowledge }) => knowledge?.causes) ?? []
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
            {tickets.map((one) => {
              const cause = causes.find(({ id }) => id === one.cause)?.title
              const warranty = warrantyOf(one, now)
              return (
                <li key={one.ticketId}>
                  <a href={hashOf({ page: 'tickets', ticketId: one.ticketId })}>{one.number}</a>
                  <span className={css['when']}>{shortTime(one.openedAt, now)}</span>
                  <span>{say(`screen.seen.by.${one.by}`)}</span>
                  {cause !== undefined && <span className={css['what']}>{cause}</span>}
                  <span className={css['what']}>{stateOf(one, titleOf)}</span>
                  {warranty !== null && <span className={css['what']}>{warranty}</span>}
                  {isForm && <SeenActions seen={one} />}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </div>
  )
}
