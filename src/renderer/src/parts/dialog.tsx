import { useEffect, useId, useRef, type ReactNode } from 'react'
import css from './dialog.module.css'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** Its buttons; one that submits closes it. */
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** Asks something before anything is done; Escape and its closing button leave all as it is. */
export const Dialog = ({ title, onClose, actions, children }: DialogProps): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      // Closing it gives the focus back by itself; taking it away when all is done does not.
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus()
    }
  }, [])
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
