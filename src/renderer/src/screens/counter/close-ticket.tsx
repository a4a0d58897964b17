import { useState, type ReactNode } from 'react'
import { closeTicket } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { CLOSE_RESULTS, type CloseResult } from '../../../../core/ticket.ts'
import { workedFixes } from '../../../../core/worked-fixes.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './close-ticket.module.css'

type CloseTicketProps = {
  readonly ticket: TicketView
  /** What it most likely ends with when no fix has worked. */
  readonly preset: Exclude<CloseResult, 'fixed'>
  /** Whether closing is the one thing to do next. */
  readonly isNext: boolean
}

/** Hands the phone back, with the result; what may not be is said beside it. */
export const CloseTicket = ({ ticket, preset, isNext }: CloseTicketProps): ReactNode => {
  const likely: CloseResult = workedFixes(ticket).length === 0 ? preset : 'fixed'
  const [picked, setPicked] = useState<CloseResult | null>(null)
  const { busy, failure, run } = useAction()
  const result = picked ?? likely
  return (
    <div className={css['close']}>
      <span className={css['controls']}>
        <label className={css['result']}>
          <span className={isNext ? css['name'] : 'unseen'}>{say('screen.close.result')}</span>
          <select
            className={css['select']}
            value={result}
            onChange={({ target }) => {
              setPicked(CLOSE_RESULTS.find((known) => known === target.value) ?? likely)
            }}
          >
            {CLOSE_RESULTS.map((known) => (
              <option key={known} value={known}>
                {say(`screen.result.${known}`)}
              </option>
            ))}
          </select>
        </label>
        <Button
          kind={isNext ? 'primary' : 'secondary'}
          icon="check"
          words={say('screen.close.ticket')}
          busy={busy}
          onPress={() => {
            run(async () => closeTicket(ticket.id, result))
          }}
        />
      </span>
      <FailureNote failure={failure} />
    </div>
  )
}
