import { isRecord, type Tone } from './said.ts'
import type { Measured } from '../reading.ts'
import type { Say } from './index.ts'
import type { SaidValue } from './said.ts'

/** Without these nobody signs in; without the others something is missing afterwards. */
const ESSENTIAL: readonly string[] = ['com.xiaomi.account', 'com.xiaomi.finddevice', 'com.xiaomi.xmsf']

const toneOf = (name: string, state: string): Tone => {
  if (state === 'enabled') return 'fine'
  if (state === 'stopped') return 'notice'
  if (ESSENTIAL.includes(name)) return 'bad'
  // Not every phone is sold with every one of the others.
  return state === 'absent' ? 'fine' : 'notice'
}

/** A force-stopped app is enabled and still does nothing until it is opened. */
export const sayPackage = (name: string, { value, note }: Measured<unknown>, say: Say): SaidValue | null => {
  if (!isRecord(value) || typeof value['state'] !== 'string') return null
  const state = value['state'] === 'enabled' && value['stopped'] === true ? 'stopped' : value['state']
  const words = say('reading.say.package', { state })
  const tone = toneOf(name, state)
  if (note !== undefined) return { value: say('reading.say.with-note', { words, note }), tone }
  const version = value['version']
  if (typeof version !== 'string') return { value: words, tone }
  return { value: say('reading.say.package-version', { state: words, version }), tone }
}
