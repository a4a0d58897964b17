import { useEffect, useRef, type RefObject } from 'react'

/** What had the focus last, while that is still known. */
const useLastFocused = (): RefObject<Element | null> => {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element ? target : null
    }
    document.addEventListener('focusin', note)
    return () => {
      document.removeEventListener('focusin', note)
    }
  }, [])
  return last
}

/**
 * A button that is pressed and is then no longer there takes the focus with it. When `what` has changed, the place that
 * this is for is seen from its beginning, and has the focus if that was lost: whoever works by keys goes on from there.
 * Where nothing had it, nobody works by keys, and it is not taken.
 */
export const useKeptFocus = (what: string, place: RefObject<HTMLElement | null>): void => {
  const before = useRef(what)
  const last = useLastFocused()
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    place.current?.scrollTo({ top: 0 })
    if (document.activeElement !== document.body || last.current === null || last.current.isConnected) return
    place.current?.focus({ preventScroll: true })
  }, [what, place, last])
}
