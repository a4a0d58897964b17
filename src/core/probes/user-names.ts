import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import { shownName } from './account-dump.ts'

/**
 * Names that Android and MIUI give to users themselves, as recorded: the owner (marble and sunstone in Chinese, a
 * phone from Vietnam), the guest, the second space ("security space") and the dual apps ("XSpace"). The owner's name
 * in other languages is masked like a person's; nothing is lost, as the id 0 tells the owner.
 */
const GIVEN_BY_THE_SYSTEM: ReadonlySet<string> = new Set([
  'Owner',
  '机主',
  'Chủ sở hữu',
  'Guest',
  '访客',
  'security space',
  'Security space',
  'Second space',
  'XSpace',
  'null',
  '',
])

/** People name users after themselves. */
export const shownUserName = (name: string): DeviceText => {
  const plain = cleanDeviceText(name)
  return GIVEN_BY_THE_SYSTEM.has(plain) ? plain : shownName(plain)
}
