import type { ReactNode } from 'react'
import type { Failure } from '../../../core/failure.ts'
import { say } from '../words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { FailureNote } from './failure-note.tsx'

type ConfirmDialogProps = {
  readonly title: string
  /** What the button says that does it: never only "yes". */
  readonly yes: string
  /** Something is lost by it that nothing brings back. */
  readonly isLoss?: boolean
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onYes: () => void
  readonly onClose: () => void
  /** What it does. */
  readonly children: ReactNode
}

/** Asks before something is done that no undo takes back. Escape, and the first key press, lead out of it. */
export const ConfirmDialog = (props: ConfirmDialogProps): ReactNode => {
  const { title, yes, isLoss, busy, failure, onYes, onClose, children } = props
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button words={say('safety.cancel')} submit />
          <Button
            words={yes}
            kind={isLoss ? 'danger' : 'primary'}
            busy={busy}
            asleep={busy}
            onPress={onYes}
          />
        </>
      }
    >
      {children}
      <FailureNote failure={failure} />
    </Dialog>
  )
}
