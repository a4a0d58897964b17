import { useRef, type ReactNode } from 'react'
import css from './panel.module.css'
import { classNames } from './class-names.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useRevealedFolds } from './use-revealed-folds.ts'

type PanelProps = {
  /** Its heading, and its name as a region. */
  readonly name: string
  /** Beside the heading. */
  readonly note?: ReactNode
  /** At the far end of the heading's line. */
  readonly actions?: ReactNode
  /** Under the body, always in view. */
  readonly foot?: ReactNode
  readonly size?: 'grows' | 'fits' | 'step' | 'whole' | 'brief' | 'causes'
  readonly padded?: boolean
  /** Its body may hold nothing that takes the focus, so it takes it itself, to be scrolled by keys. */
  readonly textOnly?: boolean
  /** With `textOnly`: where the focus goes when this changes and the focus was lost by it. */
  readonly focusAfter?: string
  readonly children: ReactNode
}

/** A region of the screen: a heading and a body that scrolls by itself. */
export const Panel = ({
  name,
  note,
  actions,
  foot,
  size = 'fits',
  padded,
  textOnly,
  focusAfter = '',
  children,
}: PanelProps): ReactNode => {
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(focusAfter, body)
  useRevealedFolds(body)
  return (
    <section aria-label={name} className={classNames(css['panel'], css[size])}>
      <header className={css['head']}>
        <h2 className={css['name']}>{name}</h2>
        {note !== undefined && <div className={css['note']}>{note}</div>}
        {actions !== undefined && <div className={css['actions']}>{actions}</div>}
      </header>
      <div
        ref={body}
        className={classNames(css['body'], padded && css['padded'])}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- text that scrolls has to be reached by keys
        tabIndex={textOnly ? 0 : undefined}
      >
        {children}
      </div>
      {foot !== undefined && <footer className={css['foot']}>{foot}</footer>}
    </section>
  )
}
