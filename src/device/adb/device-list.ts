import { cleanDeviceText, type DeviceText } from '../../core/device-text.ts'
import { PHONE_STATES, type ListedPhone, type PhoneState } from '../../core/phone.ts'

/** More phones than a counter has ports; a list that claims more is cut, so that it cannot fill the screen or memory. */
const MOST_PHONES = 64

const isPhoneState = (word: string): word is PhoneState => PHONE_STATES.some((state) => state === word)

/**
 * The state at the start of `rest`. adb prints "no permissions (reason); see [address]" in one go, so it is looked for
 * as a whole; every other state is one word. A word that we do not know is "unknown", never a reason to hide the phone.
 */
const stateOf = (rest: string): PhoneState => {
  if (rest.startsWith('no permissions')) return 'no permissions'
  const word = rest.split(' ', 1)[0] ?? ''
  return isPhoneState(word) ? word : 'unknown'
}

/** The last value of `key:` on the line; adb prints its own fields last, a name that a phone forged comes before them. */
const field = (rest: string, key: string): DeviceText | null => {
  const at = rest.lastIndexOf(` ${key}:`)
  if (at < 0) return null
  const value = rest.slice(at + key.length + 2).split(' ', 1)[0] ?? ''
  // adb writes "_" for every character outside letters, digits and a few signs (adb.cpp, qual_match / AppendTransportInfo).
  const text = cleanDeviceText(value.replaceAll('_', ' '), 80)
  return text === '' ? null : text
}

const parseLine = (line: string): ListedPhone | null => {
  // Read from the end: the serial and the names are the phone's own words and may hold anything, the number is the server's.
  const number = /\stransport_id:(\d{1,15})\s*$/u.exec(line)
  const head = /^(\(no serial number\)|\S+)\s+(.*)$/su.exec(line)
  if (!number?.[1] || !head?.[1] || head[2] === undefined) return null
  const rest = head[2]
  return {
    serial: cleanDeviceText(head[1], 80),
    transportId: Number(number[1]),
    state: stateOf(rest),
    model: field(` ${rest}`, 'model'),
    product: field(` ${rest}`, 'product'),
    codename: field(` ${rest}`, 'device'),
  }
}

/**
 * Reads the answer of `host:devices-l` and `host:track-devices-l`. A line that cannot be addressed (no transport id:
 * adb older than 41, or forged) is left out and takes no other phone with it; of two lines with one number the first counts.
 */
export const parseDeviceList = (text: string): readonly ListedPhone[] => {
  const phones = new Map<number, ListedPhone>()
  for (const line of text.split('\n')) {
    const phone = parseLine(line.replace(/\r$/u, ''))
    if (phone && !phones.has(phone.transportId)) phones.set(phone.transportId, phone)
    if (phones.size === MOST_PHONES) break
  }
  return [...phones.values()]
}
