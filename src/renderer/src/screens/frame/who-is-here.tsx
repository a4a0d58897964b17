import { useId, type ReactNode } from 'react'
import { saveSettings } from '../../actions/reference.ts'
import { unattended } from '../../desk.ts'
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './who-is-here.module.css'

/** Who stands at the counter: one computer, no passwords; the history says the name with all that is done. */
export const WhoIsHere = (): ReactNode => {
  const id = useId()
  const settings = useStore((store) => store.settings)
  if (!settings || settings.technicians.length === 0) return null
  return (
    <label htmlFor={id} className={css['who']} title={say('screen.who.hint')}>
      <Icon name="person" />
      <span className="unseen">{say('screen.who.name')}</span>
      <select
        id={id}
        className={css['select']}
        value={settings.technician ?? ''}
        onChange={({ target }) => {
          unattended(saveSettings({ technician: target.value === '' ? null : target.value }))
        }}
      >
        <option value="">{say('screen.who.nobody')}</option>
        {settings.technicians.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
