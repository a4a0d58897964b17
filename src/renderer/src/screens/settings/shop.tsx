import type { ReactNode } from 'react'
import type { SettingsView } from '../../../../contract/views.ts'
import { saveSettings } from '../../actions/reference.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTyping } from '../../parts/use-typing.ts'
import { say } from '../../words.ts'
import { SettingLine } from './setting-line.tsx'
import css from './settings.module.css'

type LineProps = { readonly settings: SettingsView }

/** Who may stand at the counter. */
const Technicians = ({ settings }: LineProps): ReactNode => {
  const { technicians } = settings
  const { form, type, forget } = useTyping('settings', 'technician', { name: '' })
  const { name } = form
  const { busy, failure, run } = useAction()
  const fresh = name.trim().slice(0, 60)
  const save = (names: readonly string[]): void => {
    run(async () => {
      const saved = await saveSettings({ technicians: names })
      if (saved.ok) forget()
      return saved
    })
  }
  return (
    <SettingLine
      name={say('screen.settings.technicians')}
      note={say('screen.settings.technicians-note')}
      failure={<FailureNote failure={failure} />}
    >
      <ul>
        {technicians.map((known) => (
          <li key={known} className={css['buttons']}>
            <span>{known}</span>
            <Button
              kind="quiet"
              icon="cross"
              iconOnly
              words={say('screen.settings.technician-remove', { name: known })}
              busy={busy}
              onPress={() => {
                save(technicians.filter((other) => other !== known))
              }}
            />
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (fresh !== '' && !technicians.includes(fresh)) save([...technicians, fresh])
        }}
      >
        <Field
          label={say('screen.settings.technician-new')}
          value={name}
          failure={null}
          onLeave={() => undefined}
          onType={(text) => {
            type({ name: text })
          }}
        />
        <Button words={say('screen.settings.technician-add')} icon="plus" submit busy={busy} />
      </form>
    </SettingLine>
  )
}

const Currency = ({ settings }: LineProps): ReactNode => {
  const { form, type, wasSaved } = useTyping('settings', 'currency', { currency: settings.currency })
  const { currency } = form
  const { failure, run } = useAction()
  return (
    <SettingLine
      name={say('screen.settings.currency')}
      note={say('screen.settings.currency-note')}
      failure={<FailureNote failure={failure} />}
    >
      <Field
        label={say('screen.settings.currency-letters')}
        value={currency}
        failure={null}
        onType={(text) => {
          type({ currency: text.slice(0, 6) })
        }}
        onLeave={() => {
          run(async () => {
            const saved = await saveSettings({ currency: currency.trim() })
            if (saved.ok) wasSaved(form)
            return saved
          })
        }}
      />
    </SettingLine>
  )
}

const Warranty = ({ settings }: LineProps): ReactNode => {
  const { form, type, wasSaved } = useTyping('settings', 'warranty', { days: String(settings.warrantyDays) })
  const { days } = form
  const { failure, run } = useAction()
  return (
    <SettingLine
      name={say('screen.settings.warranty')}
      note={say('screen.settings.warranty-note')}
      failure={<FailureNote failure={failure} />}
    >
      <Field
        label={say('screen.settings.warranty-days')}
        kind="amount"
        value={days}
        failure={null}
        onType={(text) => {
          type({ days: text.replaceAll(/\D/gu, '').slice(0, 4) })
        }}
        onLeave={() => {
          run(async () => {
            const saved = await saveSettings({ warrantyDays: Math.min(3650, Number(days)) })
            if (saved.ok) wasSaved(form)
            return saved
          })
        }}
      />
    </SettingLine>
  )
}

const Letterhead = ({ settings }: LineProps): ReactNode => {
  const { form, type, wasSaved } = useTyping('settings', 'letterhead', { letterhead: settings.letterhead })
  const { letterhead } = form
  const { failure, run } = useAction()
  return (
    <SettingLine
      name={say('screen.settings.letterhead')}
      note={say('screen.settings.letterhead-note')}
      failure={<FailureNote failure={failure} />}
    >
      <Field
        label={say('screen.settings.letterhead-lines')}
        kind="prose"
        longest={300}
        value={letterhead}
        failure={null}
        onType={(text) => {
          type({ letterhead: text })
        }}
        onLeave={() => {
          run(async () => {
            const saved = await saveSettings({ letterhead: letterhead.trim() })
            if (saved.ok) wasSaved(form)
            return saved
          })
        }}
      />
    </SettingLine>
  )
}

/** What the shop has settled for itself: names, money, warranty, what it says of itself on paper. */
export const Shop = ({ settings }: LineProps): ReactNode => (
  <>
    <Technicians settings={settings} />
    <Currency settings={settings} />
    <Warranty settings={settings} />
    <Letterhead settings={settings} />
  </>
)
