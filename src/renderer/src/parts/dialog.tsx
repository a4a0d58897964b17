import { useId, type ReactNode } from 'react'
import css from './dialog.module.css'
import { useModal } from './use-modal.ts'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** Its buttons; one that submits closes it. */
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** Asks something before anything is done; Escape and its closing button leave all as it is. */
export const Dialog = ({ title, onClose, actions, children }: DialogProps): ReactNode => {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog ref={dialog} className={css['dialog']} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className={css['title']}>
        {title}
      </h2>
      <div className={css['words']}>{children}</div>
      <form method="dialog" className={css['actions']}>
        {actions}
      </form>
    </dialog>
  )
}
