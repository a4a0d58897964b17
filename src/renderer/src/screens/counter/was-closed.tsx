import type { ReactNode } from 'react'
import { reopenTicket } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTitle } from '../../parts/use-title.ts'
import { fullTime } from '../../format.ts'
import { say } from '../../words.ts'
import css from './step-actions.module.css'

export const WasClosed = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { busy, failure, run } = useAction()
  const titleOf = useTitle()
  const { workedFix, result, closedAt, id } = ticket
  return (
    <>
      <p className={css['ask']}>
        {say(`screen.closed.${result ?? 'not-fixed'}`, {
          fix: workedFix === null ? '' : titleOf(workedFix),
          time: closedAt === null ? '' : fullTime(closedAt),
        })}
      </p>
      <Button
        icon="reopen"
        words={say('screen.reopen')}
        busy={busy}
        onPress={() => {
          run(async () => reopenTicket(id))
        }}
      />
      <FailureNote failure={failure} />
    </>
  )
}
