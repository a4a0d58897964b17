import { measured, unreadable, type Reading, type Readings } from './reading.ts'
import type { ClockDoubt } from './clock-doubt.ts'

/** What one server answered: its Date header, and when we asked and heard (milliseconds by this computer's clock). */
export type ToldTime = {
  readonly host: string
  readonly date: string
  readonly sentAt: number
  readonly receivedAt: number
}

type Told = { readonly host: string; readonly error: number; readonly doubt: number }

/** "Tue, 15 Nov 1994 08:12:31 GMT", the one form that servers may send (RFC 9110, 5.6.7); whole seconds. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u

const toSeconds = (ms: number): number => Math.round(ms) / 1000

const read = ({ host, date, sentAt, receivedAt }: ToldTime): readonly Told[] => {
  const told = HTTP_DATE.test(date) ? Date.parse(date) : Number.NaN
  if (!Number.isFinite(told) || !(receivedAt >= sentAt)) return []
  // The true time lies anywhere in the second that was told, and the server wrote it at any moment of our wait.
  const error = told + 500 - (sentAt + receivedAt) / 2
  return [{ host, error, doubt: (receivedAt - sentAt) / 2 + 500 }]
}

const agree = (one: Told, other: Told): boolean =>
  Math.abs(one.error - other.error) <= one.doubt + other.doubt

/**
 * How wrong this computer's clock is by what servers on the internet tell: true time minus ours, in seconds; positive:
 * we are behind. One server alone is not believed, as anybody on the way may answer in its place.
 */
export const readInternetTime = (answers: readonly ToldTime[]): Reading<number> => {
  const command = 'HTTP Date'
  const told = answers.flatMap(read)
  const groups = told.map((one) => told.filter((other) => agree(one, other)))
  const [group] = groups.toSorted((one, other) => other.length - one.length)
  if (group === undefined || group.length < 2)
    return unreadable('No two time servers on the internet told the same time.', command)
  // What all of them allow: the latest beginning and the earliest end.
  const least = Math.max(...group.map(({ error, doubt }) => error - doubt))
  const most = Math.min(...group.map(({ error, doubt }) => error + doubt))
  const hosts = group.map(({ host }) => host).join(', ')
  return measured(toSeconds((least + most) / 2), `${command} of ${hosts}`, {
    unit: 's',
    uncertainty: toSeconds(Math.abs(most - least) / 2),
  })
}

/** Phones whose clocks agree are as good as the minute that they have to agree by. Seconds. */
const PHONES_AGREE = 60

/** The same from phones on the bench that agree with each other and not with us; see clock-doubt.ts. */
export const readPhonesTime = ({ seconds, phones }: ClockDoubt): Reading<number> =>
  measured(seconds, `${String(phones)} phones that agree`, { unit: 's', uncertainty: PHONES_AGREE })

/**
 * The readings as they are to be judged: a phone's clock against the true time, where this computer's own error is
 * known. `clock.offset` as it is read is against this computer.
 */
export const againstTrueTime = (readings: Readings): Readings => {
  const [offset, own] = [readings['clock.offset'], readings['clock.workstation']]
  if (offset?.status !== 'measured' || own?.status !== 'measured') return readings
  const [phone, ours]: readonly unknown[] = [offset.value, own.value]
  if (typeof phone !== 'number' || typeof ours !== 'number') return readings
  const uncertainty = Math.abs(offset.uncertainty ?? 0) + Math.abs(own.uncertainty ?? 0)
  const value = Math.round((phone - ours) * 1000) / 1000
  return { ...readings, 'clock.offset': { ...offset, value, uncertainty } }
}
