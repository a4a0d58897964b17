import { say } from '../../words.ts'

type Unit = 'minutes' | 'hours' | 'days'

/** In the unit that people would say. */
const spanOf = (hours: number): { readonly unit: Unit; readonly count: number } => {
  if (hours < 1) return { unit: 'minutes', count: Math.max(1, Math.round(hours * 60)) }
  if (hours < 48) return { unit: 'hours', count: Math.round(hours) }
  return { unit: 'days', count: Math.round(hours / 24) }
}

/** "30 minutes", "3 hours", "7 days". */
export const spanWords = (hours: number): string => {
  const { unit, count } = spanOf(hours)
  return say(`report.${unit}`, { count })
}

/** "30 min", "3 h", "7 d": under a column. */
export const shortSpan = (hours: number): string => {
  const { unit, count } = spanOf(hours)
  return say(`report.short.${unit}`, { count })
}
