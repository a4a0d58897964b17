/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lines that stand where they are put are no table to a browser; the roles say what they are */
import { memo, type ReactNode } from 'react'
import { goTo } from '../../actions/place.ts'
import type { TicketLineView } from '../../../../contract/views.ts'
import { customerName, fullTime, shortTime } from '../../format.ts'
import { sayWorked } from '../../parts/say-worked.ts'
import { Icon } from '../../parts/icon.tsx'
import { MarkedText } from '../../parts/marked-text.tsx'
import { hashOf } from '../../store/place.ts'
import { say } from '../../words.ts'
import { TicketStateBadge } from '../counter/ticket-state.tsx'
import css from './ticket-lines.module.css'

type TicketLineProps = {
  readonly line: TicketLineView
  readonly search: string
  readonly now: Date
  readonly titleOf: (id: string) => string
  readonly isActive: boolean
}

const phoneOf = ({ model, serialEnd }: TicketLineView): string =>
  model ?? (serialEnd === null ? say('screen.ticket.no-device') : `…${serialEnd}`)

const Found = ({ line: { found }, search }: Pick<TicketLineProps, 'line' | 'search'>): ReactNode =>
  found && (
    <span className={css['found']}>
      <span className={css['where']}>{say('screen.tickets.found-in', { where: found.where })}</span>
      <MarkedText text={found.text} search={search} />
    </span>
  )

/** A click anywhere on the line opens the ticket; the keyboard goes by the link on its number. */
const Line = ({ line, search, now, titleOf, isActive }: TicketLineProps): ReactNode => {
  const worked = sayWorked(line, titleOf)
  const place = { page: 'tickets' as const, ticketId: line.id }
  const words = (text: string): ReactNode => <MarkedText text={text} search={search} />
  return (
    <div
      role="presentation"
      className={css['row']}
      onClick={() => {
        goTo(place)
      }}
    >
      <span role="cell" className={css['number']}>
        <a href={hashOf(place)} className={css['link']} tabIndex={isActive ? 0 : -1}>
          {words(line.number)}
        </a>
      </span>
      <span role="cell" className={css['customer']} title={customerName(line.customer)}>
        {/* A name that is read from the right leaves the number beside it as it is. */}
        <bdi>{words(customerName(line.customer))}</bdi>
        <bdi className={css['called']}>{words(line.customer.phone)}</bdi>
      </span>
      <span role="cell" className={css['phone']} title={phoneOf(line)}>
        {words(phoneOf(line))}
      </span>
      <span role="cell" className={css['state']}>
        <TicketStateBadge state={line.state} result={line.result} waiting={line.waiting} />
      </span>
      <span role="cell" className={css['opened']} title={fullTime(line.openedAt)}>
        {shortTime(line.openedAt, now)}
      </span>
      <span role="cell" className={css['fix']}>
        {worked !== null && (
          <span className={css['worked']} title={worked}>
            <Icon name="check" />
            <span>{words(worked)}</span>
          </span>
        )}
      </span>
      <Found line={line} search={search} />
    </div>
  )
}

/** A scroll or a key changes few of the lines that are there. */
export const TicketLine = memo(Line)
