import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { workedFixes } from '../../../../core/worked-fixes.ts'
import { againstTrueTime } from '../../../../core/workstation-clock.ts'
import { sayReading } from '../../../../core/words/say-reading.ts'
import { Icon } from '../../parts/icon.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { fullTime, quotedList } from '../../format.ts'
import { say } from '../../words.ts'
import { Achieved } from './achieved.tsx'
import css from './ticket-outcome.module.css'

/** What the phone still says to be wrong, so that nobody hands it back without a look. */
const StillReads = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const readings = againstTrueTime(ticket.inspection?.readings ?? {})
  const wrong = Object.entries(readings).flatMap(([id, reading]) => {
    if (!reading || id === 'clock.workstation') return []
    const { label, value, tone } = sayReading(id, reading, say)
    return tone === 'bad' ? [{ id, words: `${label}: ${value}` }] : []
  })
  if (wrong.length === 0) return null
  return (
    <div className={css['still']} role="note">
      <strong>{say('screen.fixed.still')}</strong>
      <ul>
        {wrong.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the customer does better from now on, said when the phone is handed back. */
const TellCustomer = ({ advice }: Pick<TicketView, 'advice'>): ReactNode =>
  advice.length > 0 && (
    <div className={css['tell']} role="note">
      <strong>{say('screen.fixed.tell')}</strong>
      <ul>
        {advice.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  )

const titleOfState = ({ state, result }: TicketView): string => {
  if (state === 'closed') return say(`screen.closed.title.${result ?? 'not-fixed'}`)
  return state === 'ready' ? say(`screen.state.ready.${result ?? 'not-fixed'}`) : say('screen.fixed.title')
}

/** How the case ended, or is about to, in place of a step. */
export const TicketOutcome = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const titleOf = useTitle()
  const { state, closedAt } = ticket
  const worked = workedFixes(ticket)
  const isFixed = worked.length > 0
  const what = { fixes: quotedList(worked.map(titleOf)), count: worked.length }
  const closed = { time: closedAt === null ? '' : fullTime(closedAt), ...what }
  const adviceOfState = (): string => {
    if (state === 'closed') return say('screen.closed.advice', closed)
    return state === 'ready' ? say('screen.ready.advice') : say('screen.fixed.advice', what)
  }
  return (
    <div className={css['outcome']}>
      <span className={isFixed ? css['fixed'] : css['other']}>
        <Icon name={isFixed ? 'check' : 'minus'} />
      </span>
      <div>
        <h3 className={css['title']}>{titleOfState(ticket)}</h3>
        <p>{adviceOfState()}</p>
        <Achieved changes={ticket.changes} />
        {state !== 'closed' && isFixed && <StillReads ticket={ticket} />}
        <TellCustomer advice={ticket.advice} />
      </div>
    </div>
  )
}
