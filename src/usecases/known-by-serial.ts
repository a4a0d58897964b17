import { isPlayed, type ListedPhone } from '../core/phone.ts'
import { identifies } from '../core/serial.ts'

/** A phone on the bench, or one that was pulled out, and what it says is its serial. */
type Known = { readonly phone: ListedPhone; readonly gone: boolean; readonly saidSerial: string | null }

/** A recording takes nothing from the phone that it was made of. */
const ofOneKind = (one: ListedPhone, other: ListedPhone): boolean => isPlayed(one) === isPlayed(other)

/** Whether the serial says which phone it is: two that say the same only people can tell apart. */
export const isKnownBySerial = (places: Iterable<Known>, place: Known, serial: string): boolean =>
  identifies(serial) &&
  ![...places].some(
    (other) =>
      other !== place &&
      !other.gone &&
      ofOneKind(other.phone, place.phone) &&
      (other.saidSerial === serial || other.phone.serial === place.phone.serial),
  )

/** The one phone of that serial that was pulled out; none when there are or were two of them. */
export const goneWithSerial = <K extends Known>(places: Iterable<K>, phone: ListedPhone): K | undefined => {
  if (!identifies(phone.serial)) return undefined
  const same = [...places].filter(
    (place) => place.phone.serial === phone.serial && ofOneKind(place.phone, phone),
  )
  return same.length === 1 && same[0]?.gone === true ? same[0] : undefined
}
