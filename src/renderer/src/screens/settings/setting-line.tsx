import type { ReactNode } from 'react'
import css from './settings.module.css'

type SettingLineProps = {
  readonly name: string
  readonly note?: string
  readonly failure?: ReactNode
  readonly children: ReactNode
}

/** One setting or fact: its name, what it is now, and what that means. */
export const SettingLine = ({ name, note, failure, children }: SettingLineProps): ReactNode => (
  <div className={css['line']}>
    <span className={css['name']}>{name}</span>
    <div className={css['words']}>
      {children}
      {note !== undefined && <p className={css['note']}>{note}</p>}
      {failure}
    </div>
  </div>
)
