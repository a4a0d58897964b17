import type { ReadingChange } from '../compare-readings.ts'
import type { Reading } from '../reading.ts'
import type { Say } from './index.ts'
import { isRecord, type Tone } from './said.ts'
import { sayReading } from './say-reading.ts'

export type SaidChange = Pick<ReadingChange, 'id' | 'about'> & {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Of what is read now. */
  readonly tone: Tone
}

const versionOf = (reading: Reading<unknown>): unknown =>
  reading.status === 'measured' && isRecord(reading.value) ? reading.value['version'] : undefined

const withoutVersion = (reading: Reading<unknown>): Reading<unknown> => {
  if (reading.status !== 'measured' || !isRecord(reading.value)) return reading
  const { version: _, ...value } = reading.value
  return { ...reading, value }
}

const sayOne = (id: string, reading: Reading<unknown>, say: Say): string => {
  if (reading.status === 'unreadable') return say('change.unreadable')
  const { value } = sayReading(id, reading, say)
  // Why there is none is a sentence; here it stands in the middle of a line.
  return reading.status === 'absent' ? value.replace(/\.$/u, '') : value
}

export const sayChange = ({ id, about, before, after }: ReadingChange, say: Say): SaidChange => {
  const { label, tone } = sayReading(id, after, say)
  // An app that was switched on is no other version: said twice it would hide what changed.
  const isSameApp = id.startsWith('package.') && versionOf(before) === versionOf(after)
  const sayEach = (reading: Reading<unknown>): string =>
    sayOne(id, isSameApp ? withoutVersion(reading) : reading, say)
  return { id, about, label, before: sayEach(before), after: sayEach(after), tone }
}
