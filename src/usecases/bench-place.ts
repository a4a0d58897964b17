import { diagnose } from '../core/diagnosis/diagnose.ts'
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts'
import type { Failure } from '../core/failure.ts'
import { isPlayed, phoneKeyOf, type ListedPhone } from '../core/phone.ts'
import type { Readings } from '../core/reading.ts'
import type { SeenBefore } from '../core/ticket.ts'
import type { InspectionView, PhoneView, ReadingProgress } from '../contract/views.ts'
import { textOf } from './keep-arrival.ts'
import type { Speech } from './ticket-view.ts'

/** What is known of one phone on the bench, or of one that has just left it. */
export type Place = {
  phone: ListedPhone
  gone: boolean
  progress: ReadingProgress
  /** Why the last reading could not be saved. */
  unsaved: Failure | null
  inspection: InspectionView | null
  saidSerial: string | null
  deviceId: string | null
  ticketId: string | null
  /** Its earlier tickets, once it is known which phone it is. */
  seen: readonly SeenBefore[]
  reading: AbortController | null
  /** Ends when the phone is unplugged or no longer ready. */
  here: AbortController
}

/** Readings are made anew with each arrival and never changed, so each is judged once with what is known and learnt. */
const diagnosisOf = (readings: Readings, { knowledge, language, experience }: Speech): Diagnosis => {
  const known = judged.get(readings)
  if (known?.knowledge === knowledge && known.experience === experience) return known.diagnosis
  const diagnosis = diagnose({ readings }, knowledge, language, experience)
  judged.set(readings, { knowledge, experience, diagnosis })
  return diagnosis
}
const judged = new WeakMap<
  Readings,
  Pick<Speech, 'knowledge' | 'experience'> & { readonly diagnosis: Diagnosis }
>()

/** A phone as the window shows it. */
export const viewPlace = (place: Place, speech: Speech): PhoneView => {
  const { phone, inspection } = place
  const readings = inspection?.readings
  return {
    key: phoneKeyOf(phone),
    transportId: phone.transportId,
    serial: phone.serial,
    state: place.gone ? 'gone' : phone.state,
    model: phone.model,
    product: phone.product,
    name:
      textOf(readings?.['phone.marketName']) ??
      textOf(readings?.['phone.model']) ??
      phone.model ??
      phone.serial,
    training: isPlayed(phone),
    recordedAt: phone.recordedAt ?? null,
    progress: place.progress,
    unsaved: place.unsaved,
    inspection,
    diagnosis: readings ? diagnosisOf(readings, speech) : null,
    ticketId: place.ticketId,
    seen: place.seen.filter(({ ticketId }) => ticketId !== place.ticketId),
  }
}
