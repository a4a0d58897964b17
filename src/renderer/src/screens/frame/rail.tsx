import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { hashOf, PAGES } from '../../store/place.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './rail.module.css'

/** The way between the pages, and the name of the house. */
export const Rail = (): ReactNode => {
  const page = useStore(({ place }) => place.page)
  return (
    <nav aria-label={say('screen.nav.main')} className={css['rail']}>
      <p className={css['brand']}>
        <span className={css['mark']}>
          <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <path d="M8 5v15.5M8 13.5h7.5a3.5 3.5 0 0 1 0 7H5M23 23.5H5" />
          </svg>
        </span>
        <span className={css['word']}>{say('app.name')}</span>
      </p>
      <div className={css['pages']}>
        {PAGES.map((name, index) => (
          <a
            key={name}
            href={hashOf({ page: name, ticketId: null })}
            className={css['page']}
            aria-current={name === page ? 'page' : undefined}
            aria-keyshortcuts={String(index + 1)}
            title={say('screen.nav.tooltip', { page: say(`screen.nav.${name}`), key: String(index + 1) })}
            data-shortcut={String(index + 1)}
          >
            <Icon name={name} />
            <span className={css['name']}>{say(`screen.nav.${name}`)}</span>
          </a>
        ))}
      </div>
    </nav>
  )
}
