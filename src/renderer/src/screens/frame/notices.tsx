import { useEffect, type ReactNode } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../store/store.ts'
import css from './notices.module.css'

/** Trouble wants to be read to its end. */
const SHOWN_MS = { fine: 5000, trouble: 15_000 }

/** What has just been done, said politely and gone by itself. */
export const Notices = (): ReactNode => {
  const notice = useStore((store) => store.notice)
  const isTrouble = useStore((store) => store.noticeIsTrouble)
  const tell = useStore((store) => store.tell)
  useEffect(() => {
    if (notice === '') return undefined
    const timer = setTimeout(
      () => {
        tell('')
      },
      SHOWN_MS[isTrouble ? 'trouble' : 'fine'],
    )
    return () => {
      clearTimeout(timer)
    }
  }, [notice, isTrouble, tell])
  return (
    <output aria-live="polite" className={css['place']}>
      {notice !== '' && (
        <span className={css['notice']}>
          <Icon name={isTrouble ? 'alert' : 'fine'} />
          <span className={css['words']}>{notice}</span>
        </span>
      )}
    </output>
  )
}
