import { readImei } from '../../../core/imei.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'
import { typeDraft } from './draft.ts'

/** Whether a scanned code is the IMEI of the phone that a ticket is being written for. */
export const takesImei = (text: string): boolean => {
  const { formOpen, place } = useStore.getState()
  return formOpen && place.page === 'counter' && readImei(text) !== null
}

/** The first one scanned, then the second of a phone that has two; the same one again changes nothing. */
export const takeImei = (text: string): void => {
  const { draft, tell } = useStore.getState()
  const imei = readImei(text)
  if (imei === null) return
  const { device } = draft
  if (readImei(device.imei) === imei || readImei(device.imei2) === imei) return
  typeDraft({ device: device.imei === '' ? { ...device, imei } : { ...device, imei2: imei } })
  tell(say('screen.notice.imei', { imei }))
}
