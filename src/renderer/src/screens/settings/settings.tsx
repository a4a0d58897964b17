import type { ReactNode } from 'react'
import type { SettingsView } from '../../../../contract/views.ts'
import { saveSettings } from '../../actions/reference.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { Shop } from './shop.tsx'
import { AdbProgram } from './adb-program.tsx'
import { RecordSafety } from './record-safety.tsx'
import { SettingLine } from './setting-line.tsx'

/** As in the contract's THEMES, which the window cannot import without its validator. */
const THEMES = ['system', 'light', 'dark'] as const
/** Whom it asks is said before anybody allows it; the addresses are those of device/internet-time.ts. */
const TIME_HOSTS = 'miui.com, gstatic.com, cloudflare.com'

const AdbServer = ({ settings }: { readonly settings: SettingsView }): ReactNode => {
  const { failure, run } = useAction()
  const { ownServer, ownAdbServer } = settings
  return (
    <SettingLine
      name={say('screen.settings.server')}
      note={say(`screen.settings.server-note.${ownServer}`)}
      failure={<FailureNote failure={failure} />}
    >
      {ownServer !== 'impossible' && (
        <Choice
          name={say('screen.settings.server')}
          options={(['shared', 'own'] as const).map((value) => ({
            value,
            words: say(`screen.settings.server.${value}`),
          }))}
          chosen={ownAdbServer ? 'own' : 'shared'}
          onChoose={(value) => {
            run(async () => saveSettings({ ownAdbServer: value === 'own' }))
          }}
        />
      )}
    </SettingLine>
  )
}

const OwnClock = ({ settings }: { readonly settings: SettingsView }): ReactNode => {
  const { failure, run } = useAction()
  return (
    <SettingLine
      name={say('screen.settings.time')}
      note={say('screen.settings.time-note', { hosts: TIME_HOSTS })}
      failure={<FailureNote failure={failure} />}
    >
      <Choice
        name={say('screen.settings.time')}
        options={(['off', 'on'] as const).map((value) => ({
          value,
          words: say(`screen.settings.time.${value}`),
        }))}
        chosen={settings.internetTime ? 'on' : 'off'}
        onChoose={(value) => {
          run(async () => saveSettings({ internetTime: value === 'on' }))
        }}
      />
    </SettingLine>
  )
}

export const Settings = (): ReactNode => {
  const settings = useStore((store) => store.settings)
  const { failure, run } = useAction()
  if (!settings) return null
  return (
    <Panel name={say('screen.nav.settings')} size="grows" padded>
      <SettingLine name={say('screen.settings.theme')} failure={<FailureNote failure={failure} />}>
        <Choice
          name={say('screen.settings.theme')}
          options={THEMES.map((value) => ({ value, words: say(`screen.theme.${value}`) }))}
          chosen={settings.theme}
          onChoose={(theme) => {
            run(async () => saveSettings({ theme }))
          }}
        />
      </SettingLine>
      <Shop settings={settings} />
      <AdbProgram settings={settings} />
      <AdbServer settings={settings} />
      <OwnClock settings={settings} />
      <SettingLine name={say('screen.settings.data')} note={say('screen.settings.data-note')}>
        {settings.dataFolder}
      </SettingLine>
      <SettingLine name={say('screen.settings.version')} note={say('screen.settings.version-note')}>
        {settings.version}
      </SettingLine>
      <RecordSafety />
    </Panel>
  )
}
