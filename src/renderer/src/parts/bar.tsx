import type { ReactNode } from 'react'
import css from './bar.module.css'

/** Draws a share from 0 to 1; the number beside it says the same. */
export const Bar = ({ share }: { readonly share: number }): ReactNode => (
  <span className={css['track']} aria-hidden="true">
    <span
      className={css['fill']}
      style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
    />
  </span>
)
