import { compareReadings } from '../core/compare-readings.ts'
import { done, type Answer } from '../core/failure.ts'
import type { Readings } from '../core/reading.ts'
import { sayChange } from '../core/words/say-change.ts'
import type { DeviceView } from '../contract/views.ts'
import type { DeviceRecord } from '../storage/store.ts'
import { readingsOfStored } from './changes-of.ts'
import type { TicketDesk } from './show-ticket.ts'

/** So many of the newest are laid beside the one before; what is older is listed by its day alone. */
const COMPARED = 20

/** Each time that a phone was read, the newest first, with what reads otherwise than the time before. */
export const compareReadingsOf = async (
  { store, speech }: TicketDesk,
  times: DeviceRecord['readings'],
): Promise<Answer<DeviceView['readings']>> => {
  const shown: DeviceView['readings'][number][] = []
  let before: Readings | null = null
  for (const [index, time] of times.toReversed().entries()) {
    // One that was cut short says nothing of what it did not come to.
    if (index < times.length - COMPARED || !time.isWhole) {
      shown.unshift({ ...time, changes: [] })
      continue
    }
    const stored = await store.inspection(time.id)
    if (!stored.ok) return stored
    const readings: Readings = stored.value ? readingsOfStored(stored.value) : {}
    const changes =
      before === null
        ? []
        : compareReadings(before, readings, speech.say).map((one) => sayChange(one, speech.say))
    shown.unshift({ ...time, changes })
    before = readings
  }
  return done(shown)
}
