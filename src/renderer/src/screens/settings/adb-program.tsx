import type { ReactNode } from 'react'
import type { SettingsView } from '../../../../contract/views.ts'
import { chooseAdb, findAdb } from '../../actions/reference.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { SettingLine } from './setting-line.tsx'
import css from './settings.module.css'

/** The program that starts adb's server: found by itself, or picked. */
export const AdbProgram = ({ settings }: { readonly settings: SettingsView }): ReactNode => {
  const { busy, failure, run } = useAction()
  const { adbPath, adbProgram } = settings
  const missing =
    adbProgram === null
      ? say('screen.settings.no-adb')
      : say('screen.settings.lost-adb', { path: adbProgram })
  return (
    <SettingLine
      name={say('screen.settings.adb')}
      note={say('screen.settings.adb-note', {
        how: adbPath === null ? 'none' : adbProgram === null ? 'found' : 'chosen',
      })}
      failure={<FailureNote failure={failure} />}
    >
      <span>{adbPath ?? missing}</span>
      <div className={css['buttons']}>
        <Button
          words={say('screen.settings.choose-adb')}
          busy={busy}
          onPress={() => {
            run(chooseAdb)
          }}
        />
        {adbProgram !== null && (
          <Button
            words={say('screen.settings.find-adb')}
            kind="quiet"
            busy={busy}
            onPress={() => {
              run(findAdb)
            }}
          />
        )}
      </div>
    </SettingLine>
  )
}
