import { isRecord, type Sayer } from './said.ts'

const GIGABYTE = 1024 ** 3

export const sayStorage: Sayer = ({ value }, say) => {
  if (typeof value !== 'number') return null
  const words =
    value >= GIGABYTE
      ? say('reading.say.gigabytes', { amount: value / GIGABYTE })
      : say('reading.say.megabytes', { amount: value / 1024 ** 2 })
  if (value < GIGABYTE / 2) return { value: words, tone: 'bad' }
  return { value: words, tone: value < 2 * GIGABYTE ? 'notice' : 'fine' }
}

export const sayBattery: Sayer = ({ value }, say) =>
  typeof value === 'number'
    ? { value: say('reading.say.percent', { percent: value }), tone: value < 15 ? 'notice' : 'fine' }
    : null

/** One word a slot; a SIM that is ready in one slot is enough. */
export const saySim: Sayer = ({ value }, say) => {
  if (typeof value !== 'string' || value === '') return null
  const states = value.split(',').map((state) => state.trim().toUpperCase())
  const words = states.map((state) => say('reading.say.sim', { state }))
  return {
    value:
      words.length === 1
        ? words.join('')
        : words.map((one, at) => say('reading.say.sim-slot', { slot: at + 1, words: one })).join(', '),
    tone: states.some((state) => state === 'LOADED' || state === 'READY') ? 'fine' : 'notice',
  }
}

/** User 0 is the owner and 999 holds the dual apps; another one may be where the customer signed in. */
export const sayUsers: Sayer = ({ value }, say) => {
  if (!Array.isArray(value)) return null
  const users: readonly unknown[] = value
  const names = users.map((user) => (isRecord(user) && typeof user['name'] === 'string' ? user['name'] : '?'))
  const others = users.filter((user) => !isRecord(user) || (user['id'] !== 0 && user['id'] !== 999))
  return {
    value: say('reading.say.users', { count: names.length, names: names.join(', ') }),
    tone: others.length === 0 ? 'fine' : 'notice',
  }
}

export const sayIds: Sayer = ({ value }) =>
  Array.isArray(value) && value.every((id) => typeof id === 'string')
    ? { value: value.join(', '), tone: 'fine' }
    : null

/** Text that is there at all is worth a look: a proxy, an app that manages the phone. */
export const sayPresence =
  (tone: 'notice' | 'bad'): Sayer =>
  ({ value }) =>
    typeof value === 'string' ? { value, tone } : null

export const sayFamily: Sayer = ({ value }, say) => {
  if (value === 'MIUI' || value === 'HyperOS') return { value, tone: 'fine' }
  return value === 'other' ? { value: say('reading.say.other-system'), tone: 'notice' } : null
}

export const sayOfficial: Sayer = ({ value, note }, say) => {
  if (typeof value !== 'boolean') return null
  if (value) return { value: say('reading.say.yes'), tone: 'fine' }
  const words = note === undefined ? say('reading.say.no') : say('reading.say.not-official', { note })
  return { value: words, tone: 'notice' }
}

export const sayBoot: Sayer = ({ value }, say) => {
  if (typeof value !== 'string') return null
  const tone = value === 'green' ? 'fine' : value === 'red' ? 'bad' : 'notice'
  return { value: say('reading.say.boot', { state: value }), tone }
}

/** A note says that the answer is a claim, which is no proof. */
export const sayBootloader: Sayer = ({ value, note }, say) => {
  if (typeof value !== 'boolean') return null
  const words = say(value ? 'reading.say.locked' : 'reading.say.unlocked')
  if (note === undefined) return { value: words, tone: value ? 'fine' : 'notice' }
  return { value: say('reading.say.with-note', { words, note }), tone: 'notice' }
}
