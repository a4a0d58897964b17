import type { Attempt } from '../ticket.ts'
import { standing, workedFixes } from '../worked-fixes.ts'
import { findFix } from '../knowledge/find.ts'
import { textIn } from '../knowledge/text.ts'
import { fact, factIf, item, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { fixTitle, paperTime } from './paper-words.ts'

const attemptLine = (attempt: Attempt, at: number, speech: PaperSpeech): PaperLine => {
  const outcome = speech.say('paper.done.outcome', {
    outcome: attempt.outcome,
    verified: attempt.verified.replaceAll('-', '_'),
  })
  const together = typeof attempt.bundle === 'string' ? speech.say('paper.done.together') : ''
  const note = [together, outcome, paperTime(attempt.at, speech), attempt.technician ?? '']
  return {
    kind: 'item',
    at,
    words: fixTitle(attempt.fix, speech),
    note: note.filter((each) => each !== '').join(' · '),
  }
}

/** How it ended; a case that is still open is said to be so. */
const ending = ({ state, result }: PaperTicket, { say }: PaperSpeech): string => {
  if (state === 'diagnosing' || state === 'waiting') return say('paper.done.open')
  return result === null ? '' : say('paper.done.result', { result: result.replaceAll('-', '_') })
}

/** What fixed it; where several were done before the sign-in that worked, that it was one of them. */
const worked = (ticket: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say } = speech
  const titles = workedFixes(ticket).map((fix) => fixTitle(fix, speech))
  const label = say(titles.length > 1 ? 'paper.done.one-of' : 'paper.done.worked')
  return factIf(label, titles.join(' · '))
}

/** Each step in the order it was tried, with what came of it and how that was seen; then what the phone reads otherwise. */
export const whatWasDone = (ticket: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say } = speech
  const { changes } = ticket
  // A fix that worked and then did not last has not worked: another one has since, or the ticket came back.
  const attempts = standing(ticket.attempts, ticket)
  const end = ending(ticket, speech)
  return [
    ...(attempts.length === 0 ? [text(say('paper.done.nothing'))] : []),
    ...attempts.map((attempt, before) => attemptLine(attempt, before + 1, speech)),
    ...worked(ticket, speech),
    ...changes.map(({ label, before, after }) => fact(label, say('paper.done.change', { before, after }))),
    ...(end === '' ? [] : [text(end)]),
  ]
}

/**
 * For each step that was done, also one that did not help: how to take it back. What nobody has written down is said to
 * be so, since silence would read as "nothing was changed".
 */
export const howToUndo = ({ attempts }: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say, knowledge, language } = speech
  const ids = [...new Set(attempts.map(({ fix }) => fix))]
  const nothing = ids.filter((id) => findFix(knowledge, id)?.undo === 'nothing')
  const rest = ids.filter((id) => !nothing.includes(id))
  return [
    ...rest.map((id) => {
      const undo = findFix(knowledge, id)?.undo
      const words =
        undo === undefined || undo === 'nothing' ? say('paper.undo.unknown') : textIn(undo, language)
      return item(fixTitle(id, speech), words)
    }),
    ...(nothing.length === 0
      ? []
      : [item(nothing.map((id) => fixTitle(id, speech)).join(' · '), say('paper.undo.nothing'))]),
  ]
}
