import type { ReactNode } from 'react'
import type { CloseResult, TicketState, Waiting } from '../../../../core/ticket.ts'
import { shortTime } from '../../format.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { useNow } from '../../parts/use-now.ts'
import { say } from '../../words.ts'

type TicketStateBadgeProps = {
  readonly state: TicketState
  readonly result: CloseResult | null
  readonly waiting?: Waiting | null
}

const LOOKS: Readonly<Record<TicketState, { tone: Tone; icon: IconName }>> = {
  diagnosing: { tone: 'accent', icon: 'search' },
  waiting: { tone: 'unknown', icon: 'waiting' },
  fixed: { tone: 'fine', icon: 'fine' },
  ready: { tone: 'fine', icon: 'shelf' },
  closed: { tone: 'unknown', icon: 'check' },
}

/** For what, and until when; a wait whose time is over wants somebody to go on. */
const WaitBadge = ({ waiting }: { readonly waiting: Waiting }): ReactNode => {
  const now = useNow()
  const { until } = waiting
  const isOver = until !== null && until <= now.toISOString()
  return (
    <Badge
      tone={isOver ? 'notice' : 'unknown'}
      icon={isOver ? 'notice' : 'waiting'}
      words={say(isOver ? 'screen.state.wait-over' : 'screen.state.waits', {
        what: waiting.for.replaceAll('-', '_'),
        until: until === null ? '' : shortTime(until, now),
        isTimed: until === null ? 'no' : 'yes',
      })}
    />
  )
}

const wordsOf = (state: TicketState, result: CloseResult | null): string => {
  if (result === null) return say(`screen.state.${state}`)
  return say(state === 'ready' ? `screen.state.ready.${result}` : `screen.state.closed.${result}`)
}

export const TicketStateBadge = ({ state, result, waiting = null }: TicketStateBadgeProps): ReactNode =>
  waiting === null ? (
    <Badge
      {...LOOKS[state]}
      {...(result !== null && { tone: result === 'fixed' ? ('fine' as const) : ('unknown' as const) })}
      words={wordsOf(state, result)}
    />
  ) : (
    <WaitBadge waiting={waiting} />
  )
