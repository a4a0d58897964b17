import type { ReactNode } from 'react'
import { startTicket } from '../../actions/place.ts'
import { Button } from '../../parts/button.tsx'
import { say } from '../../words.ts'
import { SearchBox } from './search-box.tsx'
import { ServerChip } from './server-chip.tsx'
import { WhoIsHere } from './who-is-here.tsx'
import css from './top-bar.module.css'

type TopBarProps = {
  /** Whether a new ticket is the thing to do next; there is one such thing on the screen at a time. */
  readonly newIsNext: boolean
  readonly onKeys: () => void
}

export const TopBar = ({ newIsNext, onKeys }: TopBarProps): ReactNode => (
  <header className={css['bar']}>
    <SearchBox />
    <span className={css['space']} />
    <WhoIsHere />
    <ServerChip />
    <Button
      kind="quiet"
      icon="keyboard"
      iconOnly
      words={say('screen.keys.title')}
      shortcut="?"
      onPress={onKeys}
    />
    <Button
      kind={newIsNext ? 'primary' : 'secondary'}
      icon="plus"
      words={say('screen.new-ticket')}
      shortcut="n"
      onPress={startTicket}
    />
  </header>
)
