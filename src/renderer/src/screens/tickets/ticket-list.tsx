import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Answer, Failure } from '../../../../core/failure.ts'
import { listTickets } from '../../actions/ticket-list.ts'
import { unattended } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { NoTickets } from './no-tickets.tsx'
import { TicketFilters } from './ticket-filters.tsx'
import { TicketLines } from './ticket-lines.tsx'

/** All tickets, newest first, or those that the search and the filters leave. */
export const TicketList = (): ReactNode => {
  const search = useStore((store) => store.search)
  const filters = useStore((store) => store.filters)
  const list = useStore((store) => store.ticketList)
  const [failure, setFailure] = useState<Failure | null>(null)
  const question = useMemo(() => ({ ...filters, search }), [filters, search])
  useEffect(() => {
    const asked = async (): Promise<void> => {
      const answer: Answer<null> = await listTickets(question)
      setFailure(answer.ok ? null : answer.failure)
    }
    unattended(asked())
  }, [question])
  const isEmpty = list !== null && list.total === 0 && list.isWhole
  return (
    <Panel
      name={say('screen.nav.tickets')}
      note={
        <output>
          {list && say(list.isWhole ? 'screen.tickets.count' : 'screen.tickets.more', { total: list.total })}
        </output>
      }
      actions={<TicketFilters />}
      size="grows"
    >
      <FailureNote failure={failure} />
      {list && !isEmpty && <TicketLines list={list} />}
      {list && isEmpty && <NoTickets question={list.question} />}
    </Panel>
  )
}
