import { findFix, publicId } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Fix } from '../knowledge/schema.ts'
import { textIn } from '../knowledge/text.ts'
import type { Outcome } from '../ticket.ts'
import type { Language } from '../words/index.ts'
import type { DiagnosisInput } from './diagnosis.ts'
import type { Model } from './model.ts'
import { together, type Trial } from './network.ts'

/** One sign-in try, and what was done before it: mostly one fix. */
export type Tried = {
  /** "attempt:FX24", "attempt:FX24+FX05". */
  readonly name: string
  readonly fixes: readonly Fix[]
  readonly titles: readonly string[]
  readonly trial: Trial
  readonly outcome: Outcome
}

/** A fix that helped in part was no full success and no full failure. */
const PARTLY_COUNTS = 0.5

type Attempts = NonNullable<DiagnosisInput['attempts']>

/** Each fix once, with its last outcome: what was repeated tells little new, and what worked may have come back. */
const lastTries = (
  knowledge: Knowledge,
  attempts: Attempts,
): readonly { readonly fixes: readonly Fix[]; readonly outcome: Outcome }[] => {
  const last = new Map<Fix, Attempts[number]>()
  for (const attempt of attempts) {
    const fix = findFix(knowledge, attempt.fix)
    if (fix === undefined) continue
    last.delete(fix)
    last.set(fix, attempt)
  }
  const tries = new Map<unknown, { readonly fixes: Fix[]; readonly outcome: Outcome }>()
  for (const [fix, { outcome, bundle }] of last) {
    // Those of one try have one outcome; whoever says otherwise is taken at their word, each by itself.
    const key = typeof bundle === 'string' ? `${outcome} ${bundle}` : fix
    const known = tries.get(key)
    if (known === undefined) tries.set(key, { fixes: [fix], outcome })
    else known.fixes.push(fix)
  }
  return [...tries.values()]
}

export const triedFixes = (
  knowledge: Knowledge,
  model: Model,
  attempts: Attempts,
  language: Language,
): readonly Tried[] =>
  lastTries(knowledge, attempts).map(({ fixes, outcome }) => ({
    name: `attempt:${fixes.map(publicId).join('+')}`,
    fixes,
    titles: fixes.map(({ title }) => textIn(title, language)),
    trial: together(fixes.map(model.removes), outcome === 'partly' ? PARTLY_COUNTS : 1),
    outcome,
  }))
