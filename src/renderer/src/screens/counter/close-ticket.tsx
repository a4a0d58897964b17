import type { ReactNode } from 'react'
import { closeTicket } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { CLOSE_RESULTS, type CloseResult } from '../../../../core/ticket.ts'
import { workedFixes } from '../../../../core/worked-fixes.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTyping } from '../../parts/use-typing.ts'
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
  // What was picked is done with once anything was recorded.
  const place = `close ${ticket.state} ${String(ticket.attempts.length)}`
  const { form, type, forget } = useTyping(ticket.id, place, { result: likely })
  const { busy, failure, run } = useAction()
  const { result } = form
  return (
    <div className={css['close']}>
      <span className={css['controls']}>
        <label className={css['result']}>
          <span className={isNext ? css['name'] : 'unseen'}>{say('screen.close.result')}</span>
          <select
            className={css['select']}
            value={result}
            onChange={({ target }) => {
              type({ result: CLOSE_RESULTS.find((known) => known === target.value) ?? likely })
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
            run(async () => {
              const answer = await closeTicket(ticket.id, result)
              if (answer.ok) forget()
              return answer
            })
          }}
        />
      </span>
      <FailureNote failure={failure} />
    </div>
  )
}
