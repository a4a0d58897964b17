import { findCheck } from '../knowledge/find.ts'
import { textIn } from '../knowledge/text.ts'
import { PROBES } from '../probes/index.ts'
import { absent } from '../reading.ts'
import { sayReading } from '../words/say-reading.ts'
import { item, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { paperReadings } from './what-was-read.ts'

/** Told by others where they are missing. */
const HIDDEN = ['phone.serial', 'account.ids', 'phone.users', 'clock.workstation']

const neverRead = (ticket: PaperTicket, { say }: PaperSpeech): readonly string[] => {
  const readings = ticket.inspection?.readings
  if (readings === undefined) return []
  return PROBES.flatMap(({ gives }) => gives)
    .filter((id) => readings[id] === undefined && !HIDDEN.includes(id))
    .map((id) => sayReading(id, absent(''), say).label)
}

/**
 * What nobody may take for healthy: what could not be read and why, what was never read, what a check left open.
 * One line a reason, since a phone that was unplugged has the same one for half of its readings.
 */
export const notLookedAt = (ticket: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say, knowledge, language } = speech
  const whys = new Map<string, string[]>()
  for (const { status, label, value } of paperReadings(ticket, speech)) {
    if (status !== 'unreadable') continue
    const why = value.replace(/\.$/u, '')
    whys.set(why, [...(whys.get(why) ?? []), label])
  }
  const never = neverRead(ticket, speech)
  const open = Object.entries(ticket.checks).flatMap(([id, result]) =>
    result === 'unknown' ? [findCheck(knowledge, id)] : [],
  )
  const { condition, conditionNote } = ticket.intake
  const hasNoLook = condition.length === 0 && conditionNote.trim() === ''
  const lines = [
    ...(ticket.inspection === null ? [text(say('paper.not.phone'))] : []),
    ...(hasNoLook ? [text(say('paper.not.condition'))] : []),
    ...[...whys].map(([why, labels]) => item(labels.join(', '), say('paper.not.unreadable', { why }))),
    ...(never.length === 0 ? [] : [item(never.join(', '), say('paper.not.never'))]),
    ...open.flatMap((check) =>
      check ? [item(textIn(check.title, language), say('paper.not.cannot-tell'))] : [],
    ),
  ]
  return [...lines, text(say(lines.length === 0 ? 'paper.not.all-read' : 'paper.not.beyond'))]
}
