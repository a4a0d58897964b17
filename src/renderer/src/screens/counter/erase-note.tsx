import type { ReactNode } from 'react'
import { eraseNote } from '../../actions/safety.ts'
import { flushTyping } from '../../actions/typing.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

type EraseNoteProps = {
  readonly noteId: string
  readonly onErased: () => void
  readonly onClose: () => void
}

/** Takes away for good what should never have been written down: asked once more, because nothing brings it back. */
export const EraseNote = ({ noteId, onErased, onClose }: EraseNoteProps): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <ConfirmDialog
      title={say('erase.note.title')}
      yes={say('erase.yes')}
      isLoss
      busy={busy}
      failure={failure}
      onYes={() => {
        run(async () => {
          // What is still being typed of it is not to be written after it is gone.
          await flushTyping()
          const answer = await eraseNote(noteId)
          if (answer.ok) onErased()
          return answer
        })
      }}
      onClose={onClose}
    >
      <p>{say('erase.note.goes')}</p>
      <p>{say('erase.note.stays')}</p>
      <p>{say('erase.elsewhere')}</p>
      <p>{say('erase.note.known')}</p>
    </ConfirmDialog>
  )
}
