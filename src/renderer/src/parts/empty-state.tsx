import type { ReactNode } from 'react'
import css from './empty-state.module.css'
import { Icon, type IconName } from './icon.tsx'

type EmptyStateProps = {
  readonly icon: IconName
  readonly title: string
  readonly advice: string
  readonly children?: ReactNode
}

/** Where nothing is there yet: what that means, and what to do next. */
export const EmptyState = ({ icon, title, advice, children }: EmptyStateProps): ReactNode => (
  <div className={css['empty']}>
    <span className={css['icon']}>
      <Icon name={icon} />
    </span>
    <p className={css['title']}>{title}</p>
    <p className={css['advice']}>{advice}</p>
    {children !== undefined && <div className={css['more']}>{children}</div>}
  </div>
)
