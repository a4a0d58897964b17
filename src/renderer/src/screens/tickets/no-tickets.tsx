import type { ReactNode } from 'react'
import { searchFor } from '../../actions/place.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { useStore } from '../../store/store.ts'
import { isNarrowed, type TicketQuestion } from '../../store/ticket-list.ts'
import { say } from '../../words.ts'

/** Why the list is empty: nothing was written yet, nothing is like what was typed, or a filter leaves nothing. */
export const NoTickets = ({ question }: { readonly question: TicketQuestion }): ReactNode => {
  const setFilters = useStore((store) => store.setFilters)
  const search = question.search.trim()
  const isFiltered = isNarrowed(question)
  if (search === '' && !isFiltered)
    return (
      <EmptyState
        icon="tickets"
        title={say('screen.tickets.none')}
        advice={say('screen.tickets.none-advice')}
      />
    )
  return (
    <EmptyState
      icon="search"
      title={
        search === ''
          ? say('screen.tickets.none-left')
          : say('screen.tickets.no-match', { search, isFiltered: isFiltered ? 'yes' : 'no' })
      }
      advice={say(isFiltered ? 'screen.tickets.filter-advice' : 'screen.tickets.no-match-advice')}
    >
      {isFiltered ? (
        <Button
          words={say('screen.tickets.unfilter')}
          onPress={() => {
            setFilters({ state: null, result: null, training: null })
          }}
        />
      ) : (
        <Button
          words={say('screen.tickets.unsearch')}
          onPress={() => {
            searchFor('')
          }}
        />
      )}
    </EmptyState>
  )
}
