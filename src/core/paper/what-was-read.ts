import type { Reading } from '../reading.ts'
import { sayReading, type SaidReading } from '../words/say-reading.ts'
import { fact, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { paperTime } from './paper-words.ts'

/** Of this computer, not of the phone. */
const OF_THE_COUNTER = ['clock.workstation']
/** Somebody's names and account numbers, which no paper needs. */
const PERSONAL = ['account.ids', 'phone.users', 'phone.serial']

export type PaperReading = SaidReading & { readonly id: string; readonly status: Reading<unknown>['status'] }

/** What was asked of the phone, said in words. */
export const paperReadings = ({ inspection }: PaperTicket, { say }: PaperSpeech): readonly PaperReading[] => {
  const entries: [string, Reading<unknown> | undefined][] = Object.entries(inspection?.readings ?? {})
  return entries.flatMap(([id, reading]) =>
    reading === undefined || OF_THE_COUNTER.includes(id)
      ? []
      : [{ id, status: reading.status, ...sayReading(id, reading, say) }],
  )
}

/** How the phone read last: what stands out one by one, the rest as a number, and what it says it has none of. */
export const whatWasRead = (ticket: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say } = speech
  const { inspection, attempts } = ticket
  if (inspection === null) return []
  const read = paperReadings(ticket, speech)
  const told = read.filter(({ status }) => status === 'measured')
  const standOut = told.filter(({ id, tone }) => tone !== 'fine' && !PERSONAL.includes(id))
  const none = read.filter(({ status, tone }) => status === 'absent' && tone === 'unknown')
  const fine = told.filter(({ tone }) => tone === 'fine').length
  const last = attempts.at(-1)?.at ?? ''
  return [
    text(say('paper.read.when', { when: paperTime(inspection.startedAt, speech) })),
    // What was read before the last step says nothing of what that step has changed.
    ...(inspection.startedAt < last ? [text(say('paper.read.before'))] : []),
    ...standOut.map(({ label, value }) => fact(label, value)),
    ...(fine === 0 && standOut.length > 0
      ? []
      : [text(say('paper.read.fine', { count: fine, others: standOut.length }))]),
    ...(none.length === 0 ? [] : [fact(say('paper.read.none'), none.map(({ label }) => label).join(', '))]),
  ]
}
