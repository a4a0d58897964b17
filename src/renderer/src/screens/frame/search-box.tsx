import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { searchFor } from '../../actions/place.ts'
import { openOnlyMatch } from '../../actions/ticket-list.ts'
import { unattended } from '../../desk.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyHint } from '../../parts/key-hint.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './search-box.module.css'

/** Typing shows the list of tickets; down goes into it, Enter opens the only one left, as a scanned code wants it. */
export const SearchBox = (): ReactNode => {
  const search = useStore((store) => store.search)
  const setSearch = useStore((store) => store.setSearch)
  const box = useRef<HTMLInputElement>(null)
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Out of the box, and nowhere else: an empty one is no wish to see the tickets.
      setSearch('')
      box.current?.blur()
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-virtual-list] [data-line] a')?.focus()
    }
    if (event.key === 'Enter') unattended(openOnlyMatch(search))
  }
  return (
    <search className={css['search']}>
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        className={css['box']}
        aria-label={say('screen.search.name')}
        aria-keyshortcuts="/ Control+F"
        title={say('screen.key.tooltip', { key: '/' })}
        placeholder={say('screen.search.placeholder')}
        maxLength={200}
        value={search}
        data-shortcut="/"
        onChange={(event) => {
          searchFor(event.target.value)
        }}
        onKeyDown={onKey}
      />
      <span className={css['hint']}>
        <KeyHint>/</KeyHint>
      </span>
    </search>
  )
}
