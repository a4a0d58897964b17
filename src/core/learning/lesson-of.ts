import { gatherEvidence } from '../diagnosis/evidence.ts'
import { sayIn } from '../diagnosis/say-in.ts'
import { findFix } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Outcome, Verification } from '../ticket.ts'
import { standing, workedFixes } from '../worked-fixes.ts'
import { againstTrueTime } from '../workstation-clock.ts'
import type { Lesson } from './counts.ts'
import { groupOf } from './group.ts'
import type { TicketOutcome } from './outcome.ts'

/** What only somebody's word stands for counts by half. */
const WORD_WEIGHT = 0.5

type Last = { readonly outcome: Outcome; readonly verified: Verification }

/** Each fix once, with its last outcome, in the order in which they came last. */
const lastOutcomes = (ticket: TicketOutcome, knowledge: Knowledge): ReadonlyMap<string, Last> => {
  const last = new Map<string, Last>()
  for (const { fix, outcome, verified } of standing(ticket.attempts, ticket)) {
    const id = findFix(knowledge, fix)?.id
    if (id === undefined) continue
    last.delete(id)
    last.set(id, { outcome, verified })
  }
  return last
}

/**
 * What a closed ticket teaches; null when nothing on it was seen to work or to fail. What helped in part counts for
 * neither, as it does not say which of two causes it took.
 */
export const lessonOf = (ticket: TicketOutcome, knowledge: Knowledge): Lesson | null => {
  const last = [...lastOutcomes(ticket, knowledge)]
  const lasting = ticket.cameBack ? [] : workedFixes(ticket).map((fix) => findFix(knowledge, fix)?.id)
  const worked = last.filter(([id, { outcome }]) => outcome === 'worked' && lasting.includes(id))
  const failed = last.filter((each) => each[1].outcome !== 'partly' && !worked.includes(each))
  const deciding = (worked.length > 0 ? worked : failed).at(-1)?.[1]
  if (deciding === undefined) return null
  const { checks, symptoms } = ticket
  const readings = againstTrueTime(ticket.readings ?? {})
  const evidence = gatherEvidence({
    knowledge,
    input: { readings, symptoms, checks },
    heard: [],
    logged: [],
    language: 'en',
    say: sayIn('en'),
  })
  const isAnswer = (name: string): boolean => name.startsWith('check:')
  return {
    group: groupOf(readings),
    intake: evidence.filter(({ name }) => !isAnswer(name)).map(({ finding }) => finding),
    answers: evidence.filter(({ name }) => isAnswer(name)).map(({ finding }) => finding),
    failed: failed.map(([id]) => id),
    worked: worked.map(([id]) => id),
    weight: deciding.verified === 'word' ? WORD_WEIGHT : 1,
  }
}
