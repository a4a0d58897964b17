import { say } from '../../words.ts'

/** "30 minutes", "3 hours", "7 days": in the unit that people would say. */
export const spanWords = (hours: number): string => {
  if (hours < 1) return say('report.minutes', { count: Math.max(1, Math.round(hours * 60)) })
  if (hours < 48) return say('report.hours', { count: Math.round(hours) })
  return say('report.days', { count: Math.round(hours / 24) })
}
