import type { Readings } from './reading.ts'

/** So far off no phone that sets its clock by the network is by itself. Seconds. */
const FAR_OFF = 120
/** Clocks that agree so well show the same time. Seconds. */
const AGREE = 60

export type ClockDoubt = {
  /** How far the phones are from this computer; positive: they are ahead. */
  readonly seconds: number
  readonly phones: number
}

/**
 * Two phones or more that show the same time, far from the computer's: then rather the computer is wrong than all of
 * them alike. Phones whose clock is set by hand say nothing about it.
 */
export const doubtClock = (phones: readonly Readings[]): ClockDoubt | null => {
  const offsets = phones
    .flatMap((readings) => {
      const offset = readings['clock.offset']
      const automatic = readings['clock.automatic']
      const isByHand = automatic?.status === 'measured' && !automatic.value
      return offset?.status === 'measured' && !isByHand && Number.isFinite(offset.value) ? [offset.value] : []
    })
    .filter((seconds) => Math.abs(seconds) > FAR_OFF)
  const groups = offsets.map((seconds) => offsets.filter((other) => Math.abs(other - seconds) <= AGREE))
  const [largest] = groups.toSorted((one, other) => other.length - one.length)
  if (largest === undefined || largest.length < 2) return null
  const sorted = largest.toSorted((one, other) => one - other)
  return { seconds: sorted[Math.floor(sorted.length / 2)] ?? 0, phones: sorted.length }
}
