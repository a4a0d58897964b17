/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lines that stand where they are put are no table to a browser; the roles say what they are */
import { useCallback, type ReactNode } from 'react'
import { loadLines } from '../../actions/ticket-list.ts'
import { unattended } from '../../desk.ts'
import { useNow } from '../../parts/use-now.ts'
import { useTitle } from '../../parts/use-title.ts'
import { VirtualList } from '../../parts/virtual-list.tsx'
import { lengthOf, lineAt, type TicketList } from '../../store/ticket-list.ts'
import { say } from '../../words.ts'
import { TicketLine } from './ticket-line.tsx'
import css from './ticket-lines.module.css'

const COLUMNS = ['number', 'customer', 'phone', 'state', 'opened', 'fix'] as const

/** Pixels; the same as in the style sheet. A search takes a second line, for where it was found. */
const HEAD = 28
const LINE = 36
const FOUND_LINE = 56

const Head = (): ReactNode => (
  <div role="rowgroup">
    <div role="row" aria-rowindex={1} className={css['head']}>
      {COLUMNS.map((column) => (
        <span key={column} role="columnheader" className={css[column]}>
          {say(`screen.tickets.column.${column}`)}
        </span>
      ))}
    </div>
  </div>
)

/** The list itself, of which only what is in view is here. */
export const TicketLines = ({ list }: { readonly list: TicketList }): ReactNode => {
  const now = useNow()
  const titleOf = useTitle()
  const { search } = list.question
  const onView = useCallback((first: number, last: number) => {
    unattended(loadLines(first, last))
  }, [])
  return (
    <VirtualList
      name={say('screen.nav.tickets')}
      of={JSON.stringify(list.question)}
      count={lengthOf(list)}
      line={search.trim() === '' ? LINE : FOUND_LINE}
      head={<Head />}
      headHeight={HEAD}
      onView={onView}
      renderLine={(index, isActive) => {
        const line = lineAt(list, index)
        return line === null ? (
          <span role="cell" className={css['coming']} />
        ) : (
          <TicketLine line={line} search={search} now={now} titleOf={titleOf} isActive={isActive} />
        )
      }}
    />
  )
}
