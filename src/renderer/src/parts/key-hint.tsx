import type { ReactNode } from 'react'
import css from './key-hint.module.css'

/** A key as it stands on the keyboard; said through aria-keyshortcuts, so only drawn here. */
export const KeyHint = ({ children }: { readonly children: string }): ReactNode => (
  <kbd className={css['key']} aria-hidden="true">
    {children}
  </kbd>
)
