import { done, failed, type Answer } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { NO_EXPERIENCE, type Experience } from '../core/learning/experience.ts'
import { learnedKnowledge } from '../core/learning/learned-knowledge.ts'
import { readSharedCounts, sharedExperience, type SharedCounts } from '../core/learning/shared-counts.ts'
import type { Say } from '../core/words/index.ts'
import type { Store } from '../storage/store.ts'

/** Under this name another shop's counts are in the record. */
const SETTING = 'counts-elsewhere'
const ANY = { family: null, region: null } as const

export type Elsewhere = { readonly tickets: number; readonly from: string; readonly to: string }

export type StartingKnowledge = {
  /**
   * What is believed before this shop's own tickets speak: the knowledge, its guesses moved by another shop's counts
   * where some were taken over. However many those are, the guess then weighs no more than any starting guess does.
   */
  readonly knowledge: () => Knowledge
  readonly elsewhere: () => Elsewhere | null
  /** Takes another shop's counts over, in place of those that were there. */
  readonly take: (text: string, file: string) => Promise<Answer<Elsewhere>>
  readonly drop: () => Promise<Answer<null>>
}

export const startingKnowledge = async (
  store: Pick<Store, 'setting' | 'saveSetting'>,
  known: () => Knowledge,
  say: Say,
): Promise<StartingKnowledge> => {
  let counts: SharedCounts | null = null
  let theirs: Experience = NO_EXPERIENCE
  const begin = (taken: SharedCounts | null): void => {
    counts = taken
    theirs = taken === null ? NO_EXPERIENCE : sharedExperience(taken)
  }
  const elsewhere = (): Elsewhere | null =>
    counts && {
      tickets: counts.groups.reduce((sum, { tickets }) => sum + tickets, 0),
      from: counts.from,
      to: counts.to,
    }
  const kept = await store.setting(SETTING)
  if (kept.ok && kept.value !== null && kept.value !== '') {
    const read = readSharedCounts(kept.value)
    if ('counts' in read) begin(read.counts)
  }
  return {
    knowledge: () => learnedKnowledge(known(), theirs, ANY),
    elsewhere,
    take: async (text, file) => {
      const read = readSharedCounts(text)
      if ('why' in read)
        return failed('learning.file-unusable', { file, why: say(`learning.fault.${read.why}`) })
      if (read.counts.groups.length === 0)
        return failed('learning.file-unusable', { file, why: say('learning.fault.empty') })
      const saved = await store.saveSetting(SETTING, JSON.stringify(read.counts))
      if (!saved.ok) return saved
      begin(read.counts)
      return done(elsewhere() ?? { tickets: 0, from: '', to: '' })
    },
    drop: async () => {
      const saved = await store.saveSetting(SETTING, '')
      if (saved.ok) begin(null)
      return saved
    },
  }
}
