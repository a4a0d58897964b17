import type { KnowledgeView, TicketView } from '../../../../contract/views.ts'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'

/** From here on a cause is as good as found. */
const FOUND = 0.95

/** Fixes that were tried without success while a reading still finds what they are for: perhaps they were not done. */
export const stillToDo = (ticket: TicketView, knowledge: KnowledgeView | null): ReadonlySet<string> => {
  const found = ticket.diagnosis.causes
    .filter(
      ({ probability, because }) =>
        probability >= FOUND &&
        because.some(
          ({ evidence, effect, direct }) => evidence.startsWith('reading:') && effect === 'for' && direct,
        ),
    )
    .map(({ id }) => id)
  const causes = (knowledge?.causes ?? []).filter(({ id }) => found.includes(id))
  return new Set(
    ticket.attempts
      .filter(({ fix, outcome }) => outcome !== 'worked' && causes.some(({ fixes }) => fixes[0] === fix))
      .map(({ fix }) => fix),
  )
}

/** A step that is not in the plan, as it stands in the knowledge base: to be done once more, or from the checklist. */
export const againStep = (
  id: string | null,
  knowledge: KnowledgeView | null,
  reason: string,
): Step | null => {
  const fix = knowledge?.fixes.find((each) => each.id === id)
  return fix
    ? {
        ...fix,
        kind: 'fix',
        reason,
        chance: 0,
        together: [],
        answers: null,
      }
    : null
}
