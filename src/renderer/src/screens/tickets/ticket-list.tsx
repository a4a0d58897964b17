import { useEffect, type ReactNode } from 'react'
import { LIST_LIMIT, listTickets } from '../../actions/ticket-list.ts'
import { TICKET_STATES } from '../../../../core/ticket.ts'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { TicketTable } from './ticket-table.tsx'

const FILTERS = (['all', ...TICKET_STATES] as const).map((value) => ({
  value,
  words: say('screen.tickets.filter', { state: value }),
}))

/** All tickets, newest first, or those that the search and the state leave. */
export const TicketList = (): ReactNode => {
  const { search, stateFilter, setStateFilter, ticketList: list } = useStore()
  const { failure, run } = useAction()
  useEffect(() => {
    const timer = setTimeout(
      () => {
        run(async () => listTickets(search, stateFilter))
      },
      search === '' ? 0 : 100,
    )
    return () => {
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked when the question changes
  }, [search, stateFilter])
  const isFiltered = search.trim() !== '' || stateFilter !== null
  return (
    <Panel
      name={say('screen.nav.tickets')}
      note={
        <output>
          {list &&
            say(list.total > LIST_LIMIT ? 'screen.tickets.latest' : 'screen.tickets.count', {
              total: list.total,
              shown: LIST_LIMIT,
            })}
        </output>
      }
      actions={
        <Choice
          name={say('screen.tickets.by-state')}
          options={FILTERS}
          chosen={stateFilter ?? 'all'}
          onChoose={(state) => {
            setStateFilter(state === 'all' ? null : state)
          }}
        />
      }
      size="grows"
    >
      <FailureNote failure={failure} />
      {list && list.tickets.length > 0 && <TicketTable tickets={list.tickets} />}
      {list?.tickets.length === 0 && (
        <EmptyState
          icon={isFiltered ? 'search' : 'tickets'}
          title={say(isFiltered ? 'screen.tickets.no-match' : 'screen.tickets.none')}
          advice={say(isFiltered ? 'screen.tickets.no-match-advice' : 'screen.tickets.none-advice')}
        />
      )}
    </Panel>
  )
}
