import type { ReactNode } from 'react'
import { letWait, setReady } from '../../actions/ticket-moves.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { CLOSE_RESULTS, WAITS } from '../../../../core/ticket.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './set-aside.module.css'

type SetAsideProps = { readonly ticket: TicketView; readonly onDone: () => void }

/** Off the bench for now: it waits for something, or all is done and the customer is to fetch it. */
export const SetAside = ({ ticket, onDone }: SetAsideProps): ReactNode => {
  const { busy, failure, run } = useAction()
  const move = (work: () => ReturnType<typeof letWait>) => (): void => {
    run(async () => {
      const answer = await work()
      if (answer.ok) onDone()
      return answer
    })
  }
  return (
    <div className={css['aside']}>
      <fieldset aria-label={say('screen.aside.waits')} className={css['line']}>
        <span className={css['name']}>{say('screen.aside.waits')}</span>
        {WAITS.map((wait) => (
          <Button
            key={wait}
            words={say(`screen.wait.${wait}`)}
            busy={busy}
            onPress={move(async () => letWait(ticket.id, wait))}
          />
        ))}
      </fieldset>
      <fieldset aria-label={say('screen.aside.ready')} className={css['line']}>
        <span className={css['name']}>{say('screen.aside.ready')}</span>
        {CLOSE_RESULTS.filter((result) => result !== 'fixed').map((result) => (
          <Button
            key={result}
            words={say(`screen.result.${result}`)}
            busy={busy}
            onPress={move(async () => setReady(ticket.id, result))}
          />
        ))}
      </fieldset>
      <FailureNote failure={failure} />
    </div>
  )
}
