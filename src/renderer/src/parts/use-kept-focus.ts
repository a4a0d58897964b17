import { useEffect, useRef, type RefObject } from 'react'

/**
 * A button that is pressed and is then no longer there takes the focus with it. When `what` has changed and the focus
 * is nowhere, it comes to the place that this is for, so that whoever works by keys goes on from there.
 */
export const useKeptFocus = (what: string, place: RefObject<HTMLElement | null>): void => {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) place.current?.focus()
  }, [what, place])
}
