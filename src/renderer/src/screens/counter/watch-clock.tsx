import { useEffect, useState, type ReactNode } from 'react'
import { say } from '../../words.ts'
import css from './sign-in-watch.module.css'

const minutes = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`

/** How long it has been watched, of how long at most; anew each second, and never read out by itself. */
export const WatchClock = (given: { readonly startedAt: string; readonly seconds: number }): ReactNode => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  const passed = Math.floor((now - new Date(given.startedAt).getTime()) / 1000)
  const shown = Math.min(given.seconds, Math.max(0, passed))
  return (
    <p role="timer" aria-live="off" className={css['clock']}>
      {say('screen.watch.clock', { passed: minutes(shown), most: minutes(given.seconds) })}
    </p>
  )
}
