import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import type { Outcome } from '../../../../core/ticket.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { shortTime } from '../../format.ts'
import { useNow } from '../../parts/use-now.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { stillToDo } from './still-stands.ts'
import css from './tried-steps.module.css'

const LOOKS: Readonly<Record<Outcome, { tone: Tone; icon: IconName }>> = {
  worked: { tone: 'fine', icon: 'check' },
  failed: { tone: 'unknown', icon: 'cross' },
  partly: { tone: 'notice', icon: 'minus' },
}

type TriedStepsProps = { readonly ticket: TicketView; readonly onAgain: (fix: string) => void }

/** What was tried already, so that nobody does it twice, and what seems not to have been done. */
export const TriedSteps = ({ ticket, onAgain }: TriedStepsProps): ReactNode => {
  const titleOf = useTitle()
  const knowledge = useStore((store) => store.knowledge)
  const again =
    ticket.state === 'diagnosing' || ticket.state === 'waiting'
      ? stillToDo(ticket, knowledge)
      : new Set<string>()
  const now = useNow()
  if (ticket.attempts.length === 0) return null
  return (
    <div className={css['tried']}>
      <h3 className={css['name']}>{say('screen.tried.name')}</h3>
      <ul>
        {ticket.attempts.map(({ fix, outcome, verified, at, minutes, technician }) => (
          <li key={`${fix} ${at}`} className={css['attempt']}>
            <Badge {...LOOKS[outcome]} words={say('screen.outcome', { outcome })} />
            <span className={css['title']}>
              {titleOf(fix)} <OwnMark id={fix} />
            </span>
            <span className={css['how']}>{say(`screen.verified.${verified}`)}</span>
            <span className={css['how']}>{shortTime(at, now)}</span>
            {typeof minutes === 'number' && (
              <span className={css['how']}>{say('screen.time.minutes', { count: minutes })}</span>
            )}
            {technician !== undefined && technician !== '' && (
              <span className={css['how']}>{technician}</span>
            )}
            {again.has(fix) && (
              <span className={css['again']}>
                {say('screen.tried.still')}
                <Button
                  kind="quiet"
                  words={say('screen.tried.again')}
                  onPress={() => {
                    onAgain(fix)
                  }}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
