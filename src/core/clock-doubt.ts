import type { Reading, Readings } from './reading.ts'

/** So far off no phone that sets its clock by the network is by itself. Seconds. */
const FAR_OFF = 120
/** Clocks that agree so well show the same time. Seconds. */
const AGREE = 60
/** This computer is off by more than the internet tells it may be. Seconds. */
const OWN_OFF = 30

export type ClockDoubt = {
  /** How far the true time is from this computer's; positive: this computer is behind. */
  readonly seconds: number
  /** How many agree on it; 0: servers on the internet say so. */
  readonly phones: number
}

/** A phone's clock against this computer's, if it may speak: one that is set by hand says nothing about ours. */
const offsetOf = (readings: Readings): number | null => {
  const offset = readings['clock.offset']
  const automatic = readings['clock.automatic']
  const isByHand = automatic?.status === 'measured' && !automatic.value
  return offset?.status === 'measured' && !isByHand && Number.isFinite(offset.value) ? offset.value : null
}

/** Whether this phone is one of those that agree. */
export const isDoubted = (readings: Readings, { seconds }: ClockDoubt): boolean => {
  const offset = offsetOf(readings)
  return offset !== null && Math.abs(offset - seconds) <= AGREE
}

/**
 * Why this computer's own clock may be wrong: the internet says so; or, where nothing is known from there, two phones
 * or more show the same time, far from ours: then rather we are wrong than all of them alike.
 */
export const doubtClock = (
  phones: readonly Readings[],
  own: Reading<number> | null = null,
): ClockDoubt | null => {
  if (own?.status === 'measured')
    return Math.abs(own.value) - (own.uncertainty ?? 0) > OWN_OFF ? { seconds: own.value, phones: 0 } : null
  const offsets = phones
    .map(offsetOf)
    .filter((seconds) => seconds !== null)
    .filter((seconds) => Math.abs(seconds) > FAR_OFF)
  const groups = offsets.map((seconds) => offsets.filter((other) => Math.abs(other - seconds) <= AGREE))
  const [largest] = groups.toSorted((one, other) => other.length - one.length)
  if (largest === undefined || largest.length < 2) return null
  const sorted = largest.toSorted((one, other) => one - other)
  return { seconds: sorted[Math.floor(sorted.length / 2)] ?? 0, phones: sorted.length }
}
