import type { Measured } from '../reading.ts'
import type { MessageKey, Say } from './index.ts'

/** fine: nothing to look at · notice: worth a look · bad: in the way of a sign-in · unknown: never counts as fine. */
export type Tone = 'fine' | 'notice' | 'bad' | 'unknown'
export type SaidValue = { readonly value: string; readonly tone: Tone }

/** Says a measured value; null when the value is not of the kind that the reading holds. */
export type Sayer = (reading: Measured<unknown>, say: Say) => SaidValue | null

/** A text or a number, as it is. */
export const asIs: Sayer = ({ value }) =>
  typeof value === 'string' || typeof value === 'number' ? { value: String(value), tone: 'fine' } : null

/** A yes or no with words and a tone for each. */
export const either =
  (yes: readonly [MessageKey, Tone], no: readonly [MessageKey, Tone]): Sayer =>
  ({ value }, say) => {
    if (typeof value !== 'boolean') return null
    const [key, tone] = value ? yes : no
    return { value: say(key), tone }
  }

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
