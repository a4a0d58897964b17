import type { ReactNode } from 'react'
import { Button } from '../../parts/button.tsx'
import { KeyHint } from '../../parts/key-hint.tsx'
import { useModal } from '../../parts/use-modal.ts'
import { PAGES } from '../../store/place.ts'
import { say } from '../../words.ts'
import css from './shortcut-list.module.css'

const SHORTCUTS = [
  { keys: ['N'], words: say('screen.keys.new') },
  { keys: ['/'], words: say('screen.keys.search') },
  ...PAGES.map((page, index) => ({ keys: [String(index + 1)], words: say(`screen.nav.${page}`) })),
  { keys: ['W'], words: say('screen.worked') },
  { keys: ['F'], words: say('screen.failed') },
  { keys: ['M'], words: say('screen.note.new') },
  { keys: ['R'], words: say('screen.readings.again') },
  { keys: ['E'], words: say('screen.keys.readings') },
  { keys: ['C'], words: say('screen.keys.copy') },
  { keys: ['D'], words: say('screen.keys.basis') },
  { keys: ['A'], words: say('screen.keys.all-readings') },
  { keys: ['S'], words: say('recording.save') },
  { keys: ['O'], words: say('recording.open') },
  { keys: ['?'], words: say('screen.keys.list') },
]

export const ShortcutList = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const dialog = useModal()
  return (
    <dialog ref={dialog} className={css['dialog']} aria-labelledby="keys-title" onClose={onClose}>
      <header className={css['head']}>
        <h2 id="keys-title" className={css['title']}>
          {say('screen.keys.title')}
        </h2>
        <form method="dialog">
          <Button kind="quiet" icon="cross" iconOnly words={say('screen.close')} submit />
        </form>
      </header>
      <dl className={css['list']}>
        {SHORTCUTS.map(({ keys, words }) => (
          <div key={words} className={css['line']}>
            <dt>{words}</dt>
            <dd>
              {keys.map((key) => (
                <KeyHint key={key}>{key}</KeyHint>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={css['note']}>{say('screen.keys.scanner')}</p>
    </dialog>
  )
}
