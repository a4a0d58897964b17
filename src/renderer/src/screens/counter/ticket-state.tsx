import type { ReactNode } from 'react'
import type { CloseResult, TicketState } from '../../../../core/ticket.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { say } from '../../words.ts'

type TicketStateBadgeProps = { readonly state: TicketState; readonly result: CloseResult | null }

const LOOKS: Readonly<Record<TicketState, { tone: Tone; icon: IconName }>> = {
  diagnosing: { tone: 'accent', icon: 'search' },
  fixed: { tone: 'fine', icon: 'fine' },
  closed: { tone: 'unknown', icon: 'check' },
}

export const TicketStateBadge = ({ state, result }: TicketStateBadgeProps): ReactNode => (
  <Badge
    {...LOOKS[state]}
    {...(result === 'fixed' ? { tone: 'fine' as const } : {})}
    words={say(result === null ? `screen.state.${state}` : `screen.state.closed.${result}`)}
  />
)
