import type { ReactNode } from 'react'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'
import { Badge } from './badge.tsx'
import css from './own-mark.module.css'

/** Beside a record that this shop has written; nothing beside a shipped one. */
export const OwnMark = ({ id }: { readonly id: string }): ReactNode => {
  const own = useStore(({ knowledge }) => knowledge?.own)
  const isOwn = [...(own?.records ?? []), ...(own?.former ?? [])].some((record) => record.id === id)
  return isOwn ? (
    <span className={css['mark']} title={say('own.mark-hint')}>
      <Badge tone="accent" icon="person" words={say('own.mark')} />
    </span>
  ) : null
}
