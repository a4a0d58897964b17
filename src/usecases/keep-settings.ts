import { done, type Answer } from '../core/failure.ts'
import { THEMES, type Settings, type SettingsChange } from '../contract/views.ts'
import type { Store } from '../storage/store.ts'

export const FIRST_SETTINGS: Settings = {
  theme: 'system',
  adbProgram: null,
  ownAdbServer: false,
  internetTime: false,
}

/** Under these names they are in the record; a text that says nothing here counts as not set. */
const NAMES = {
  theme: 'theme',
  adbProgram: 'adb-program',
  ownAdbServer: 'own-adb-server',
  internetTime: 'internet-time',
} as const satisfies Readonly<Record<keyof Settings, string>>

/** The shop's settings; what was never set is as at first. */
export const loadSettings = async (store: Store): Promise<Answer<Settings>> => {
  const theme = await store.setting(NAMES.theme)
  if (!theme.ok) return theme
  const program = await store.setting(NAMES.adbProgram)
  if (!program.ok) return program
  const own = await store.setting(NAMES.ownAdbServer)
  if (!own.ok) return own
  const time = await store.setting(NAMES.internetTime)
  if (!time.ok) return time
  return done({
    theme: THEMES.find((each) => each === theme.value) ?? FIRST_SETTINGS.theme,
    adbProgram: program.value || null,
    ownAdbServer: own.value === 'yes',
    internetTime: time.value === 'yes',
  })
}

const asText = (value: string | boolean | null): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? ''
}

/** Changes what is named. */
export const saveSettings = async (store: Store, change: SettingsChange): Promise<Answer<Settings>> => {
  for (const name of Object.keys(NAMES) as (keyof Settings)[]) {
    const value = change[name]
    if (value === undefined) continue
    const saved = await store.saveSetting(NAMES[name], asText(value))
    if (!saved.ok) return saved
  }
  return loadSettings(store)
}
