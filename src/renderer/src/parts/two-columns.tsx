import type { ReactNode } from 'react'
import css from './two-columns.module.css'

type TwoColumnsProps = { readonly left: ReactNode; readonly right: ReactNode }

/** What is seen on the left, what is done on the right; one under the other where the window is narrow. */
export const TwoColumns = ({ left, right }: TwoColumnsProps): ReactNode => (
  <div className={css['columns']}>
    <div className={css['left']}>{left}</div>
    <div className={css['right']}>{right}</div>
  </div>
)
