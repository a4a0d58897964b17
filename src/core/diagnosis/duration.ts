import type { Say } from '../words/index.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365.25 * DAY

/** Seconds in the one unit that people would say: "3 days", "2 hours", "40 seconds". */
export const duration = (seconds: number, say: Say): string => {
  const size = Math.abs(seconds)
  if (size >= 2 * YEAR) return say('diagnosis.duration.years', { n: Math.round(size / YEAR) })
  if (size >= 1.5 * DAY) return say('diagnosis.duration.days', { n: Math.round(size / DAY) })
  if (size >= 1.5 * HOUR) return say('diagnosis.duration.hours', { n: Math.round(size / HOUR) })
  if (size >= 1.5 * MINUTE) return say('diagnosis.duration.minutes', { n: Math.round(size / MINUTE) })
  return say('diagnosis.duration.seconds', { n: Math.round(size) })
}
