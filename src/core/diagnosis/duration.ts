import type { Say } from '../words/index.ts'
import { largestUnit } from '../words/largest-unit.ts'

/** Seconds in the one unit that people would say: "3 days", "2 hours", "40 seconds". */
export const duration = (seconds: number, say: Say): string => {
  const { unit, count } = largestUnit(Math.abs(seconds))
  return say(`diagnosis.duration.${unit}`, { n: count })
}
