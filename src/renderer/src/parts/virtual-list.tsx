/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lines that stand where they are put are no table to a browser; the roles say what they are */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { linesInView, scrollScale } from './scroll-scale.ts'
import css from './virtual-list.module.css'

type VirtualListProps = {
  readonly name: string
  readonly count: number
  /** How high a line is, in pixels. */
  readonly line: number
  /** Stays in view above the lines. */
  readonly head: ReactNode
  readonly headHeight: number
  readonly renderLine: (index: number, isActive: boolean) => ReactNode
  /** These lines are in view. */
  readonly onView: (first: number, last: number) => void
}

/** Drawn beyond what is seen, so that a short scroll shows no gap. */
const MORE = 8

/** A table of any length, of which only the lines in view are there; the arrows go from one to the next. */
export const VirtualList = (props: VirtualListProps): ReactNode => {
  const { name, count, line, head, headHeight, renderLine, onView } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const [view, setView] = useState(600)
  const [active, setActive] = useState(0)
  const wantsFocus = useRef(false)
  const scale = scrollScale(count * line, view)
  const top = scale.toList(scrolled)
  const { first, last } = linesInView(top, view, line, count, MORE)

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

  useEffect(() => {
    if (count > 0) onView(first, last)
  }, [first, last, count, onView])

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
        setScrolled(currentTarget.scrollTop)
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go between its links */}
      <div role="table" aria-label={name} aria-rowcount={count + 1} onKeyDown={onKey}>
        <div className={css['head']}>{head}</div>
        <div role="rowgroup" className={css['lines']} style={{ height: scale.height }}>
          {lines.map((index) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              data-line={index}
              className={css['line']}
              style={{ height: line, transform: `translateY(${String(index * line - top + scrolled)}px)` }}
              onFocus={() => {
                setActive(index)
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
