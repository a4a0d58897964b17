import { useId, type ReactNode } from 'react'
import { saveSettings } from '../../actions/reference.ts'
import { unattended } from '../../desk.ts'
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../store/store.ts'
import { say, sayFailure } from '../../words.ts'
import css from './who-is-here.module.css'

/** Who stands at the counter: one computer, no passwords; the history says the name with all that is done. */
export const WhoIsHere = (): ReactNode => {
  const id = useId()
  const settings = useStore((store) => store.settings)
  const tell = useStore((store) => store.tell)
  const pick = async (technician: string | null): Promise<void> => {
    const saved = await saveSettings({ technician })
    // There is no room for it here, and unsaid the old name would simply stand there again.
    if (!saved.ok) tell(sayFailure(saved.failure), true)
  }
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
          unattended(pick(target.value === '' ? null : target.value))
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
