import { findFix, publicId } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fix } from '../knowledge/schema.ts'
import { textIn } from '../knowledge/text.ts'
import type { Outcome } from '../ticket.ts'
import type { Language } from '../words/index.ts'
import type { DiagnosisInput } from './diagnosis.ts'
import type { Model } from './model.ts'
import type { Trial } from './network.ts'

export type Tried = {
  /** "attempt:FX24". */
  readonly name: string
  readonly fix: Fix
  readonly title: string
  readonly trial: Trial
  readonly outcome: Outcome
}

/** A fix that helped in part was no full success and no full failure. */
const PARTLY_COUNTS = 0.5

/** Each fix once, with its last outcome: what was repeated tells little new, and what worked may have come back. */
export const triedFixes = (
  knowledge: Knowledge,
  model: Model,
  attempts: NonNullable<DiagnosisInput['attempts']>,
  language: Language,
): readonly Tried[] => {
  const last = new Map<Fix, Outcome>()
  for (const { fix: id, outcome } of attempts) {
    const fix = findFix(knowledge, id)
    if (fix !== undefined) last.set(fix, outcome)
  }
  return [...last].map(([fix, outcome]) => {
    const share = outcome === 'partly' ? PARTLY_COUNTS : 1
    return {
      name: `attempt:${publicId(fix)}`,
      fix,
      title: textIn(fix.title, language),
      trial: {
        removes: new Map([...model.removes(fix)].map(([cause, chance]) => [cause, chance * share])),
      },
      outcome,
    }
  })
}
