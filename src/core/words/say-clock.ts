import { largestUnit } from './largest-unit.ts'
import type { Sayer } from './said.ts'

/** One-time codes live for 30 s; a certificate tolerates days, but nobody's clock is minutes off by itself. */
const FINE_SECONDS = 30
const BAD_SECONDS = 120

/** This computer's own clock: its value is the true time minus ours, so that what is ahead there is behind here. */
export const sayOwnClock: Sayer = (reading, say) =>
  typeof reading.value === 'number' ? sayClock({ ...reading, value: -reading.value }, say) : null

/** What is surely off counts: the distance less its uncertainty. */
export const sayClock: Sayer = ({ value, uncertainty = 0 }, say) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const distance = Math.abs(value)
  const surely = distance - uncertainty
  if (surely <= FINE_SECONDS) {
    // Rounded up: "within" must hold. A tenth says something only of a few seconds.
    const most = distance + uncertainty
    const seconds = most < 10 ? Math.ceil(most * 10) / 10 : Math.ceil(most)
    return {
      value: say('reading.say.clock.correct', { seconds }),
      tone: most <= FINE_SECONDS ? 'fine' : 'notice',
    }
  }
  return {
    value: say('reading.say.clock.off', { ...largestUnit(distance), side: value < 0 ? 'behind' : 'ahead' }),
    tone: surely > BAD_SECONDS ? 'bad' : 'notice',
  }
}
