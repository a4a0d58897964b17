/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lines that stand where they are put are no table to a browser; the roles say what they are */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { linesInView, scrollScale } from './scroll-scale.ts'
import css from './virtual-list.module.css'

type VirtualListProps = {
  readonly name: string
  /** What the lines are of; another list begins at its top. */
  readonly of: string
  readonly count: number
  /** How high a line is, in pixels. */
  readonly line: number
  /** Stays in view above the lines. */
  readonly head: ReactNode
  readonly headHeight: number
  readonly renderLine: (index: number, isActive: boolean) => ReactNode
  /** These lines are in view, and stay there for a moment. */
  readonly onView: (first: number, last: number) => void
}

/** Drawn beyond what is seen, so that a short scroll shows no gap. */
const MORE = 4
/** Milliseconds that a place must be stayed at, if it was not come to line by line: nobody reads what flies past. */
const STAY = 60

/** A table of any length, of which only the lines in view are there; the arrows go from one to the next. */
export const VirtualList = (props: VirtualListProps): ReactNode => {
  const { name, of, count, line, head, headHeight, renderLine, onView } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const [view, setView] = useState(600)
  const [active, setActive] = useState(0)
  const [shown, setShown] = useState(of)
  const begun = useRef(of)
  const standsAt = useRef(0)
  const wantsFocus = useRef(false)
  const focused = useRef<number | null>(null)
  const seen = useRef({ first: 0, last: 0 })
  const scale = scrollScale(count * line, view)
  const top = scale.toList(scrolled)
  const { first, last } = linesInView(top, view, line, count, MORE)
  // A line that comes into view takes the place of one that has left it: to change what stands there takes less.
  const places = Math.ceil(view / line) + 2 * MORE + 2
  const placesBefore = useRef(places)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => {
      setView(Math.max(line, element.clientHeight - headHeight))
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    measure()
    return () => {
      watcher.disconnect()
    }
  }, [line, headHeight])

  if (shown !== of) {
    setShown(of)
    setActive(0)
    setScrolled(0)
  }
  useLayoutEffect(() => {
    if (begun.current === of) return
    begun.current = of
    seen.current = { first: 0, last: 0 }
    // To ask where it stands would lay everything out, at each key of a search.
    if (standsAt.current !== 0) scroller.current?.scrollTo({ top: 0 })
  }, [of])

  useEffect(() => {
    if (count === 0) return undefined
    const view = (): void => {
      seen.current = { first, last }
      onView(first, last)
    }
    const isNear = first <= seen.current.last && last >= seen.current.first
    if (isNear) {
      view()
      return undefined
    }
    const timer = setTimeout(view, STAY)
    return () => {
      clearTimeout(timer)
    }
  }, [first, last, count, onView])

  // A line that has left its place takes the focus with it: what stands there now is another one.
  useLayoutEffect(() => {
    const isStill = placesBefore.current === places
    placesBefore.current = places
    if (focused.current === null) return
    if (isStill && focused.current >= first && focused.current <= last) return
    focused.current = null
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [first, last, places])

  // Only once it is drawn can the line that was gone to take the focus.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const link = scroller.current?.querySelector<HTMLElement>(`[data-line="${String(active)}"] a`)
    if (!link) return
    wantsFocus.current = false
    link.focus({ preventScroll: true })
  })

  const goTo = (index: number): void => {
    const to = Math.min(count - 1, Math.max(0, index))
    setActive(to)
    wantsFocus.current = true
    const [start, end] = [to * line, (to + 1) * line]
    const wanted = start < top ? start : end > top + view ? end - view : null
    if (wanted !== null) scroller.current?.scrollTo({ top: scale.toScrolled(wanted) })
    else setScrolled((now) => now)
  }

  const onKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(view / line) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const to = steps[event.key]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    goTo(to)
  }

  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return (
    <div
      ref={scroller}
      className={css['scroller']}
      data-virtual-list=""
      onScroll={({ currentTarget }) => {
        standsAt.current = currentTarget.scrollTop
        setScrolled(currentTarget.scrollTop)
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go between its links */}
      <div role="table" aria-label={name} aria-rowcount={count + 1} onKeyDown={onKey}>
        <div className={css['head']}>{head}</div>
        <div role="rowgroup" className={css['lines']} style={{ height: scale.height }}>
          {lines.map((index) => (
            <div
              key={index % places}
              role="row"
              aria-rowindex={index + 2}
              data-line={index}
              className={css['line']}
              style={{ height: line, transform: `translateY(${String(index * line - top + scrolled)}px)` }}
              onFocus={() => {
                focused.current = index
                setActive(index)
              }}
              onBlur={() => {
                focused.current = null
              }}
            >
              {renderLine(index, index === active)}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
