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

type Attempts = TicketView['attempts']
type Try = readonly [Attempts[number], ...Attempts]

/** Attempt by attempt; those before one sign-in stand together. */
const tries = (attempts: Attempts): readonly Try[] => {
  const made: Try[] = []
  for (const attempt of attempts) {
    const last = made.at(-1)
    if (last !== undefined && typeof attempt.bundle === 'string' && attempt.bundle === last[0].bundle)
      made[made.length - 1] = [...last, attempt]
    else made.push([attempt])
  }
  return made
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
        {tries(ticket.attempts).map(([{ fix, outcome, verified, at, minutes, technician }, ...others]) => (
          <li key={`${fix} ${at}`} className={css['attempt']}>
            <Badge {...LOOKS[outcome]} words={say('screen.outcome', { outcome })} />
            <span className={css['title']}>
              {titleOf(fix)} <OwnMark id={fix} />
              {others.map((other) => (
                <span key={other.fix} className={css['with']}>
                  {titleOf(other.fix)} <OwnMark id={other.fix} />
                </span>
              ))}
            </span>
            {others.length > 0 && <span className={css['how']}>{say('screen.together.tried')}</span>}
            <span className={css['how']}>{say(`screen.verified.${verified}`)}</span>
            <span className={css['how']}>{shortTime(at, now)}</span>
            {typeof minutes === 'number' && (
              <span className={css['how']}>{say('screen.time.minutes', { count: minutes })}</span>
            )}
            {technician !== undefined && technician !== '' && (
              <span className={css['how']}>{technician}</span>
            )}
            {[fix, ...others.map((other) => other.fix)]
              .filter((each) => again.has(each))
              .map((each) => (
                <span key={each} className={css['again']}>
                  {say('screen.tried.still')}
                  <Button
                    kind="quiet"
                    words={say('screen.tried.again')}
                    onPress={() => {
                      onAgain(each)
                    }}
                  />
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
