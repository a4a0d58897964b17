import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './empty-state.module.css'
import { Icon, type IconName } from './icon.tsx'

type EmptyStateProps = {
  readonly icon: IconName
  readonly title: string
  readonly advice: string | null
  /** Something else follows that needs the room. */
  readonly brief?: boolean
  readonly children?: ReactNode
}

/** Where nothing is there yet: what that means, and what to do next. */
export const EmptyState = ({ icon, title, advice, brief, children }: EmptyStateProps): ReactNode => (
  <div className={classNames(css['empty'], brief && css['brief'])}>
    <span className={css['icon']}>
      <Icon name={icon} />
    </span>
    <p className={css['title']}>{title}</p>
    {advice !== null && <p className={css['advice']}>{advice}</p>}
    {children !== undefined && <div className={css['more']}>{children}</div>}
  </div>
)
