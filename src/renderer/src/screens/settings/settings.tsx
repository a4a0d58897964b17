import type { ReactNode } from 'react'
import { saveTheme } from '../../actions/reference.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './settings.module.css'

/** As in the contract's THEMES, which the window cannot import without its validator. */
const THEMES = ['system', 'light', 'dark'] as const

export const Settings = (): ReactNode => {
  const settings = useStore((store) => store.settings)
  const { failure, run } = useAction()
  if (!settings) return null
  const facts = [
    { name: 'data', words: settings.dataFolder },
    { name: 'adb', words: settings.adbPath ?? say('screen.settings.no-adb') },
    { name: 'version', words: settings.version },
  ] as const
  return (
    <Panel name={say('screen.nav.settings')} size="grows" padded>
      <div className={css['line']}>
        <span className={css['name']}>{say('screen.settings.theme')}</span>
        <Choice
          name={say('screen.settings.theme')}
          options={THEMES.map((value) => ({ value, words: say(`screen.theme.${value}`) }))}
          chosen={settings.theme}
          onChoose={(theme) => {
            run(async () => saveTheme(theme))
          }}
        />
      </div>
      <FailureNote failure={failure} />
      <dl>
        {facts.map(({ name, words }) => (
          <div key={name} className={css['line']}>
            <dt className={css['name']}>{say(`screen.settings.${name}`)}</dt>
            <dd className={css['words']}>
              {words}
              <p className={css['note']}>{say(`screen.settings.${name}-note`)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
