import type { ReactNode } from 'react'
import { resumeTicket } from '../../actions/ticket-moves.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

/** What was set aside goes on. */
export const ResumeTicket = ({ id }: { readonly id: string }): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <>
      <Button
        kind="quiet"
        icon="reopen"
        words={say('screen.resume')}
        busy={busy}
        onPress={() => {
          run(async () => resumeTicket(id))
        }}
      />
      <FailureNote failure={failure} />
    </>
  )
}
