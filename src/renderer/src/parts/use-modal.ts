import { useEffect, useRef, type RefObject } from 'react'

/** Opens a dialog above the page, and gives the focus back to where it was when the dialog is gone. */
export const useModal = (): RefObject<HTMLDialogElement | null> => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      // Closing it gives the focus back by itself; taking it away when all is done does not.
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus()
    }
  }, [])
  return dialog
}
