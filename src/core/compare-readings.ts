import type { Measured, Reading, Readings } from './reading.ts'
import type { Say } from './words/index.ts'
import { againstTrueTime } from './workstation-clock.ts'
import { sayReading } from './words/say-reading.ts'

/**
 * phone: what the phone says has changed · reading: it could be read only one of the two times, which tells nothing
 * about the phone itself.
 */
export type ReadingChange = {
  readonly id: string
  readonly about: 'phone' | 'reading'
  readonly before: Reading<unknown>
  readonly after: Reading<unknown>
}

/** They move by themselves; only crossing into another tone means anything. */
const MOVING: readonly string[] = ['battery.level', 'storage.free'] satisfies readonly (keyof Readings)[]
/** While both are fine, a different number (seconds of certainty, servers asked) is no difference. */
const COUNTED: readonly string[] = ['clock.offset', 'network.hosts'] satisfies readonly (keyof Readings)[]

/** A slow line makes the clock less certain, not wrong. */
const couldBeSame = (before: Measured<unknown>, after: Measured<unknown>): boolean =>
  Math.abs(Number(before.value) - Number(after.value)) <= (before.uncertainty ?? 0) + (after.uncertainty ?? 0)

/** What would be said alike means the same: a package's stop is told, a server's milliseconds are not. */
const meansOther = (id: string, before: Measured<unknown>, after: Measured<unknown>, say: Say): boolean => {
  const [one, other] = [sayReading(id, before, say), sayReading(id, after, say)]
  if (one.value === other.value) return false
  if (id === 'clock.offset' && couldBeSame(before, after)) return false
  if (one.tone !== other.tone) return true
  return !MOVING.includes(id) && !(COUNTED.includes(id) && one.tone === 'fine')
}

const aboutOf = (
  id: string,
  before: Reading<unknown>,
  after: Reading<unknown>,
  say: Say,
): ReadingChange['about'] | null => {
  if (before.status === 'unreadable' || after.status === 'unreadable')
    return before.status === after.status ? null : 'reading'
  if (before.status === 'measured' && after.status === 'measured')
    return meansOther(id, before, after, say) ? 'phone' : null
  // Why there is none may be told in other words by a newer version.
  return before.status === after.status ? null : 'phone'
}

/** What means something else now than it did before; what was read only once says nothing of a change. */
export const compareReadings = (before: Readings, after: Readings, say: Say): readonly ReadingChange[] => {
  const earlier: Readonly<Record<string, Reading<unknown> | undefined>> = againstTrueTime(before)
  return Object.entries(againstTrueTime(after)).flatMap(([id, now]): ReadingChange[] => {
    const then = Object.hasOwn(earlier, id) ? earlier[id] : undefined
    // How wrong this computer is says nothing of the phone.
    if (!then || !now || id === 'clock.workstation') return []
    const about = aboutOf(id, then, now, say)
    return about === null ? [] : [{ id, about, before: then, after: now }]
  })
}
