import type { Kysely } from 'kysely'
import { phoneNumberKey } from '../core/phone-number.ts'
import { digitsOf, fold } from './plain-text.ts'
import type { Tables } from './tables.ts'

/** Scripts that put nothing between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u
/** A shorter name is also a word of everyday ("An"), in what is said. */
const TELLING_NAME = 4

/** Whether the name stands there for itself: "Asha" is not in "Natasha". */
const names = (text: string, name: string): boolean => {
  const escaped = name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
  const around = UNSPACED.test(name)
    ? ['', '']
    : [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`]
  return new RegExp(around.join(escaped), 'u').test(text)
}

const isTelling = (name: string): boolean => name.length >= TELLING_NAME || UNSPACED.test(name)

const textIn = (draft: unknown, field: string): string => {
  const value: unknown = typeof draft === 'object' && draft !== null ? Reflect.get(draft, field) : null
  return typeof value === 'string' ? fold(value) : ''
}

const isAbout = (draft: unknown, name: string, phone: string): boolean => {
  const [said, number] = [textIn(draft, 'said'), textIn(draft, 'phoneNumber')]
  const key = phoneNumberKey(phone)
  if (key !== '' && (phoneNumberKey(number) === key || digitsOf(said).includes(key))) return true
  if (digitsOf(phone) !== '' && digitsOf(number) === digitsOf(phone)) return true
  if (name === '') return false
  return names(textIn(draft, 'customerName'), name) || (isTelling(name) && names(said, name))
}

/** Forms that are being written about the same person; those about anybody else stay. */
export const eraseDrafts = async (db: Kysely<Tables>, name: string, phone: string): Promise<void> => {
  for (const draft of await db.selectFrom('drafts').selectAll().execute())
    if (isAbout(JSON.parse(draft.body), fold(name.trim()), phone.trim()))
      await db.deleteFrom('drafts').where('name', '=', draft.name).execute()
}
