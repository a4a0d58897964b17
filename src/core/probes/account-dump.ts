import { cleanDeviceText, type DeviceText } from '../device-text.ts'

export type AccountDump = {
  /** Names of the accounts of type com.xiaomi that user 0 is signed in with. */
  readonly xiaomi: readonly string[]
  /** True when every account of user 0 was seen, so that "none of Xiaomi's" is a fact. */
  readonly allSeen: boolean
}

/**
 * A signed-in account stands on a line of its own; "Account {...}" inside a line of "Active Sessions" is no account
 * of the phone. A name may hold commas and braces, the type may not.
 */
const ACCOUNT = /^\s*Account \{name=(.*), type=([^,{}]*)\}\s*$/u
const USER = /^\s*User UserInfo\{(\d{1,9}):/u
const COUNT = /^\s*Accounts: (\d{1,6})\s*$/u

/** Exactly this type: com.xiaomi.unactivated and the like are no signed-in account. */
const XIAOMI = 'com.xiaomi'

export const readAccounts = (text: string): AccountDump => {
  const xiaomi: string[] = []
  let user = '0' // Android 4.1 and older have no heading for a user.
  let announced: number | null = null
  let seen = 0
  for (const line of text.split('\n')) {
    const heading = USER.exec(line)?.[1]
    if (heading !== undefined) user = heading
    if (user !== '0') continue
    const count = COUNT.exec(line)?.[1]
    if (count !== undefined && announced === null) announced = Number(count)
    const account = ACCOUNT.exec(line)
    if (!account) continue
    seen += 1
    if (account[2] === XIAOMI) xiaomi.push(account[1] ?? '')
  }
  return { xiaomi, allSeen: announced !== null && announced === seen }
}

/** A Mi ID has 8 to 10 digits; of a shorter name a quarter at each end is enough. */
const FULL_LENGTH = 8
/** HyperOS 2 itself shows "2914***663". */
const PHONE_SHOWS = 4

/** "162***123": at most the first 3 and the last 3 characters. What the phone has masked stays as it is. */
export const maskName = (name: string): string => {
  const masked = name.includes('***')
  // By code point: half a surrogate pair would be cleaned away, and the mask be another one the next time.
  const [head = [], tail = []] = (masked ? name.split(/\*{3,}/u) : [name, name]).map((part) =>
    Array.from(part),
  )
  const ours = head.length >= FULL_LENGTH ? 3 : Math.floor(head.length / 4)
  const shown = masked ? PHONE_SHOWS : ours
  if (shown === 0) return '***'
  // Stars of the name's own beside ours would be taken for ours.
  const begin = head.slice(0, shown).join('').replace(/\*+$/u, '')
  const end = tail.slice(-shown).join('').replace(/^\*+/u, '')
  return `${begin}***${end}`
}

/** A name that may be shown and kept; masking it again changes nothing. */
export const shownName = (name: string): DeviceText => cleanDeviceText(maskName(cleanDeviceText(name)))

/** Of a dump of accounts only what is read above may be kept; the number of accounts tells whether all were seen. */
export const keepAccountLine = (line: string): string | null => {
  const user = USER.exec(line)?.[1]
  if (user !== undefined) return `User UserInfo{${user}:***:0}:`
  const count = COUNT.exec(line)?.[1]
  if (count !== undefined) return `  Accounts: ${count}`
  const [, name, type] = ACCOUNT.exec(line) ?? []
  if (name === undefined) return null
  const kept = type === XIAOMI ? `${shownName(name)}, type=${type}` : '***, type=***'
  return `    Account {name=${kept}}`
}
