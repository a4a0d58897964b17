import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { Failure } from '../../../core/failure.ts'
import { say } from '../words.ts'
import { Button } from './button.tsx'
import css from './confirm-dialog.module.css'
import { FailureNote } from './failure-note.tsx'

type ConfirmDialogProps = {
  readonly title: string
  /** What the button says that does it: never only "yes". */
  readonly yes: string
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onYes: () => void
  readonly onClose: () => void
  /** What would be lost. */
  readonly children: ReactNode
}

/** Asks before something is lost that no undo brings back. Escape, and the first key press, lead out of it. */
export const ConfirmDialog = (props: ConfirmDialogProps): ReactNode => {
  const { title, yes, busy, failure, onYes, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={css['dialog']} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className={css['title']}>
        {title}
      </h2>
      <div className={css['words']}>{children}</div>
      <FailureNote failure={failure} />
      <form method="dialog" className={css['buttons']}>
        <Button words={say('safety.cancel')} submit />
        <Button words={yes} kind="primary" busy={busy} asleep={busy} onPress={onYes} />
      </form>
    </dialog>
  )
}
