import { findFix } from '../knowledge/find.ts'
import { sayPercent } from '../words/say-percent.ts'
import { workedFixes } from '../worked-fixes.ts'
import { item, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'

/** Below this nobody knows that the cause was there. */
const LIKELY = 0.3
const MOST_CAUSES = 3
const MOST_REASONS = 3

/**
 * The causes that were likely there, where a fix has worked those that it removes, each with how likely and the readings,
 * words and checks that speak for it.
 */
export const whatWasFound = (ticket: PaperTicket, { say, knowledge }: PaperSpeech): readonly PaperLine[] => {
  const fixes = workedFixes(ticket).flatMap((fix) => findFix(knowledge, fix) ?? [])
  const likely = ticket.diagnosis.causes.filter(
    ({ id, probability }) =>
      probability >= LIKELY && (fixes.length === 0 || fixes.some((fix) => Object.hasOwn(fix.fixes, id))),
  )
  if (likely.length === 0) return [text(say('paper.found.nothing'))]
  return likely.slice(0, MOST_CAUSES).map(({ title, probability, because }) => {
    const reasons = because
      .filter(({ effect, direct, evidence }) => effect === 'for' && direct && evidence !== 'prior')
      .slice(0, MOST_REASONS)
      .map((each) => each.text)
    const words = say('paper.found.cause', { title, share: sayPercent(probability, say) })
    return reasons.length === 0 ? item(words) : item(words, reasons.join(' · '))
  })
}
