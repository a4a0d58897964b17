import { absent, measured, type Reading } from '../reading.ts'
import type { SectionOutput } from './probe.ts'
import type { SettingName } from './sections.ts'
import { settingCommand, settingOf, switchOf } from './settings.ts'

/** A global setting that is on or off; `unset` says what it means when the phone has no value for it. */
export const switchReading = (
  sections: ReadonlyMap<string, SectionOutput>,
  name: SettingName,
  unset: string,
): Reading<boolean> => {
  const state = switchOf(settingOf(sections, name), name)
  const command = settingCommand(name)
  if (state === 'unset') return absent(unset, command)
  return 'on' in state ? measured(state.on, command) : state
}
