import type { Attempt, Outcome } from '../ticket.ts'
import { findFix } from '../knowledge/find.ts'
import { textIn } from '../knowledge/text.ts'
import { fact, factIf, item, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { fixTitle, paperTime } from './paper-words.ts'

/** A fix that worked and then did not last has not worked: another one has since, or the ticket came back. */
const lasting = ({ fix, outcome }: Attempt, workedFix: string | null): Outcome =>
  outcome === 'worked' && fix !== workedFix ? 'failed' : outcome

const attemptLine = (
  attempt: Attempt,
  at: number,
  workedFix: string | null,
  speech: PaperSpeech,
): PaperLine => {
  const outcome = speech.say('paper.done.outcome', {
    outcome: lasting(attempt, workedFix),
    verified: attempt.verified.replaceAll('-', '_'),
  })
  const note = [outcome, paperTime(attempt.at, speech), attempt.technician ?? '']
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

/** Each step in the order it was tried, with what came of it and how that was seen; then what the phone reads otherwise. */
export const whatWasDone = (ticket: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say } = speech
  const { attempts, workedFix, changes } = ticket
  const end = ending(ticket, speech)
  return [
    ...(attempts.length === 0 ? [text(say('paper.done.nothing'))] : []),
    ...attempts.map((attempt, before) => attemptLine(attempt, before + 1, workedFix, speech)),
    ...factIf(say('paper.done.worked'), workedFix === null ? '' : fixTitle(workedFix, speech)),
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
