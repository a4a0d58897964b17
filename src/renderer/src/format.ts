import { sayPercent } from '../../core/words/say-percent.ts'
import { DATE_LOCALE, say } from './words.ts'

const clock = new Intl.DateTimeFormat(DATE_LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat(DATE_LOCALE, { day: 'numeric', month: 'short' })
const full = new Intl.DateTimeFormat(DATE_LOCALE, { dateStyle: 'medium', timeStyle: 'medium' })

const date = new Intl.DateTimeFormat(DATE_LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString()

/** "10:02" today, "21 Nov 10:02" on any other day. */
export const shortTime = (iso: string, now: Date): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return isSameDay(at, now) ? clock.format(at) : `${day.format(at)} ${clock.format(at)}`
}

export const fullTime = (iso: string): string => {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : full.format(at)
}

/** "21 Nov 2026". */
export const dayOf = (iso: string): string => {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : date.format(at)
}

const month = new Intl.DateTimeFormat(DATE_LOCALE, { month: 'short', year: '2-digit', timeZone: 'UTC' })

/** "Nov 26" of "2026-11": under a column. */
export const shortMonth = (yearAndMonth: string): string => {
  const at = new Date(`${yearAndMonth}-01T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? yearAndMonth : month.format(at)
}

const MINUTE = 60_000

/** How long since, in the largest unit that says enough. */
export const sinceThen = (iso: string, now: Date): string => {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / MINUTE))
  if (minutes < 60) return say('screen.time.minutes', { count: minutes })
  if (minutes < 48 * 60) return say('screen.time.hours', { count: Math.floor(minutes / 60) })
  return say('screen.time.days', { count: Math.floor(minutes / (24 * 60)) })
}

/** Steps take whole minutes at a counter; less than one is still said as one. */
export const aboutMinutes = (minutes: number): string =>
  say('screen.time.about-minutes', { count: Math.max(1, Math.round(minutes)) })

export const aboutPercent = (probability: number): string => sayPercent(probability, say)

/** A customer without a name was erased: a ticket cannot be opened without one. */
export const customerName = ({ name }: { readonly name: string }): string =>
  name === '' ? say('screen.ticket.erased') : name

/** For those who open the arithmetic: "2.6 %", "under 0.1 %". */
export const finePercent = (probability: number): string => {
  const percent = probability * 100
  if (percent < 0.1) return say('screen.share.under', { percent: 0.1 })
  if (percent > 99.9) return say('screen.share.over', { percent: 99.9 })
  return say('screen.share.fine', { percent: Number(percent.toFixed(1)) })
}

/** Of what was counted, where all of them is all of them: "100 %". */
export const countedPercent = (share: number): string =>
  say('screen.share.fine', { percent: Number((share * 100).toFixed(1)) })

/** What evidence did to the odds: "× 40" for, "÷ 3" against, to two figures. */
export const factorWords = (effect: 'for' | 'against', factor: number): string =>
  say(effect === 'for' ? 'screen.factor.for' : 'screen.factor.against', {
    factor: Number(factor.toPrecision(2)),
  })

export const serialTail = (serial: string): string => (serial.length > 4 ? `…${serial.slice(-4)}` : serial)

export const quotedList = (titles: readonly string[]): string =>
  titles.map((title) => `“${title}”`).join(', ')
