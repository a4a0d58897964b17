import type { Sayer } from './said.ts'

/** One-time codes live for 30 s; a certificate tolerates days, but nobody's clock is minutes off by itself. */
const FINE_SECONDS = 30
const BAD_SECONDS = 120

const UNITS = [
  ['years', 365.25 * 86_400],
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const

/** The largest unit of which there are at least one and a half, so that nothing is rounded by more than a third. */
const inWords = (seconds: number): { readonly unit: string; readonly count: number } => {
  for (const [unit, size] of UNITS)
    if (seconds >= size * 1.5) return { unit, count: Math.round(seconds / size) }
  return { unit: 'seconds', count: Math.round(seconds) }
}

/** What is surely off counts: the distance less its uncertainty. */
export const sayClock: Sayer = ({ value, uncertainty = 0 }, say) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const distance = Math.abs(value)
  const surely = distance - uncertainty
  if (surely <= FINE_SECONDS) {
    // Rounded up: "within" must hold.
    const seconds = Math.ceil((distance + uncertainty) * 10) / 10
    return {
      value: say('reading.say.clock.correct', { seconds }),
      tone: distance + uncertainty <= FINE_SECONDS ? 'fine' : 'notice',
    }
  }
  return {
    value: say('reading.say.clock.off', { ...inWords(distance), side: value < 0 ? 'behind' : 'ahead' }),
    tone: surely > BAD_SECONDS ? 'bad' : 'notice',
  }
}
