import { useEffect, type RefObject } from 'react'

/** A fold that is opened at the lower end of what scrolls is moved into view: else nothing seems to happen. */
export const useRevealedFolds = (place: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const reveal = ({ target }: MouseEvent): void => {
      const fold = target instanceof Element ? target.closest('summary')?.parentElement : null
      // It opens after this event, also where it was opened by a key.
      requestAnimationFrame(() => {
        if (fold instanceof HTMLDetailsElement && fold.open) fold.scrollIntoView({ block: 'nearest' })
      })
    }
    element.addEventListener('click', reveal)
    return () => {
      element.removeEventListener('click', reveal)
    }
  }, [place])
}
