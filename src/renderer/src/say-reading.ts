import type { Reading } from '../../core/reading.ts'

/** A reading in words. A stand-in until core says them. */
export type SaidReading = {
  readonly label: string
  readonly value: string
  readonly tone: 'fine' | 'notice' | 'bad' | 'unknown'
}

export const sayReading = (id: string, reading: Reading<unknown>): SaidReading => {
  if (reading.status === 'unreadable') return { label: id, value: reading.reason, tone: 'unknown' }
  if (reading.status === 'absent') return { label: id, value: reading.reason, tone: 'fine' }
  const { value } = reading
  return {
    label: id,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    tone: id === 'clock.offset' && Math.abs(Number(value)) > 120 ? 'bad' : 'fine',
  }
}
