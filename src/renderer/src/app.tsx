import { useEffect, useState, type ReactNode } from 'react'
import css from './app.module.css'
import { flushDraft } from './actions/draft.ts'
import { flushOwnForms } from './actions/own-forms.ts'
import { flushTyping } from './actions/typing.ts'
import { unattended } from './desk.ts'
import { listenToKeys } from './keys/keyboard.ts'
import { FailureNote } from './parts/failure-note.tsx'
import { Counter } from './screens/counter/counter.tsx'
import { useSubject } from './screens/counter/use-subject.ts'
import { Notices } from './screens/frame/notices.tsx'
import { Rail } from './screens/frame/rail.tsx'
import { ShortcutList } from './screens/frame/shortcut-list.tsx'
import { TopBar } from './screens/frame/top-bar.tsx'
import { Knowledge } from './screens/knowledge/knowledge.tsx'
import { Reports } from './screens/reports/reports.tsx'
import { Settings } from './screens/settings/settings.tsx'
import { StartScreen } from './screens/start/start-screen.tsx'
import { Tickets } from './screens/tickets/tickets.tsx'
import { placeOf, type Page } from './store/place.ts'
import { useStore } from './store/store.ts'
import { say } from './words.ts'

const SCREENS: Readonly<Record<Page, () => ReactNode>> = {
  counter: Counter,
  tickets: Tickets,
  knowledge: Knowledge,
  reports: Reports,
  settings: Settings,
}

const useAddress = (): void => {
  const go = useStore((store) => store.go)
  const setSearch = useStore((store) => store.setSearch)
  useEffect(() => {
    const follow = (): void => {
      const place = placeOf(window.location.hash)
      go(place)
      if (place.page !== 'tickets') setSearch('')
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
    }
  }, [go, setSearch])
}

const useTheme = (): void => {
  const theme = useStore(({ settings }) => settings?.theme)
  useEffect(() => {
    if (theme) document.documentElement.dataset['theme'] = theme
  }, [theme])
}

export const App = (): ReactNode => {
  const [keysShown, showKeys] = useState(false)
  const { page } = useStore((store) => store.place)
  const startFailure = useStore((store) => store.startFailure)
  const subject = useSubject()
  const ticketState = useStore(({ tickets }) =>
    subject.kind === 'ticket' ? tickets[subject.id]?.state : undefined,
  )
  useAddress()
  useTheme()
  useEffect(listenToKeys, [])
  useEffect(() => {
    const flush = (): void => {
      flushDraft()
      flushOwnForms()
      unattended(flushTyping())
    }
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('beforeunload', flush)
    }
  }, [])
  const start = useStore((store) => store.start)
  const Screen = SCREENS[page]
  if (start && start.state !== 'open') return <StartScreen start={start} />
  return (
    <div className={css['window']}>
      <Rail />
      <div className={css['desk']}>
        <TopBar
          newIsNext={page === 'counter' && (subject.kind === 'nothing' || ticketState === 'closed')}
          onKeys={() => {
            showKeys(true)
          }}
        />
        <main className={css['main']}>
          <h1 className="unseen">{say(`screen.nav.${page}`)}</h1>
          <FailureNote failure={startFailure} />
          <Screen />
        </main>
      </div>
      <Notices />
      {keysShown && (
        <ShortcutList
          onClose={() => {
            showKeys(false)
          }}
        />
      )}
    </div>
  )
}
