import { done, type Answer } from '../core/failure.ts'
import { THEMES, type Settings, type SettingsChange } from '../contract/views.ts'
import { FIRST_SHOP, type Shop } from './shop.ts'
import type { Store } from '../storage/store.ts'

export const FIRST_SETTINGS: Settings = {
  theme: 'system',
  adbProgram: null,
  ownAdbServer: false,
  internetTime: false,
  technicians: [],
  technician: null,
  currency: FIRST_SHOP.currency,
  warrantyDays: FIRST_SHOP.warrantyDays,
  letterhead: FIRST_SHOP.letterhead,
}

/** Under these names they are in the record; a text that says nothing here counts as not set. */
const NAMES = {
  theme: 'theme',
  adbProgram: 'adb-program',
  ownAdbServer: 'own-adb-server',
  internetTime: 'internet-time',
  technicians: 'technicians',
  technician: 'technician',
  currency: 'currency',
  warrantyDays: 'warranty-days',
  letterhead: 'letterhead',
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
  const shop = await shopSettings(store)
  if (!shop.ok) return shop
  return done({
    theme: THEMES.find((each) => each === theme.value) ?? FIRST_SETTINGS.theme,
    adbProgram: program.value || null,
    ownAdbServer: own.value === 'yes',
    internetTime: time.value === 'yes',
    ...shop.value,
  })
}

type ShopSettings = Pick<Settings, 'technicians' | 'technician' | 'currency' | 'warrantyDays' | 'letterhead'>

const namesIn = (text: string | null): readonly string[] =>
  (text ?? '').split('\n').filter((name) => name !== '')

const shopSettings = async (store: Store): Promise<Answer<ShopSettings>> => {
  const names = await store.setting(NAMES.technicians)
  if (!names.ok) return names
  const technician = await store.setting(NAMES.technician)
  if (!technician.ok) return technician
  const currency = await store.setting(NAMES.currency)
  if (!currency.ok) return currency
  const days = await store.setting(NAMES.warrantyDays)
  if (!days.ok) return days
  const letterhead = await store.setting(NAMES.letterhead)
  if (!letterhead.ok) return letterhead
  const technicians = namesIn(names.value)
  return done({
    technicians,
    // Who was taken off the list stands there no more.
    technician: technicians.find((name) => name === technician.value) ?? null,
    currency: currency.value ?? FIRST_SETTINGS.currency,
    warrantyDays: /^\d{1,4}$/u.test(days.value ?? '') ? Number(days.value) : FIRST_SETTINGS.warrantyDays,
    letterhead: letterhead.value ?? FIRST_SETTINGS.letterhead,
  })
}

const asText = (value: Settings[keyof Settings]): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object' && value !== null)
    return value.map((name) => name.replaceAll('\n', ' ').trim()).join('\n')
  return String(value ?? '')
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

/** The shop as tickets know it. */
export const shopIn = ({ technician, currency, warrantyDays, letterhead }: Settings): Shop => ({
  who: technician ?? FIRST_SHOP.who,
  currency,
  warrantyDays,
  letterhead,
})
