import type { LearningView } from '../contract/learning-view.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { calibrationOf } from '../core/learning/calibration.ts'
import { learntOf } from '../core/learning/learnt.ts'
import { sharedCounts } from '../core/learning/shared-counts.ts'
import type { Language } from '../core/words/index.ts'
import type { Store } from '../storage/store.ts'
import { MOST_TICKETS, type ShopExperience } from './shop-experience.ts'
import type { StartingKnowledge } from './starting-knowledge.ts'

const SETTING = 'learn-since'

/** From when on closed tickets are learned from; null: from the first one. */
export type LearnSince = {
  readonly now: () => string | null
  readonly save: (since: string | null) => Promise<Answer<null>>
}

export const learnSince = async (store: Pick<Store, 'setting' | 'saveSetting'>): Promise<LearnSince> => {
  const kept = await store.setting(SETTING)
  let since = kept.ok && kept.value !== null && kept.value !== '' ? kept.value : null
  return {
    now: () => since,
    save: async (wanted) => {
      const saved = await store.saveSetting(SETTING, wanted ?? '')
      if (saved.ok) since = wanted
      return saved
    },
  }
}

type Parts = {
  readonly since: LearnSince
  readonly starting: StartingKnowledge
  readonly experience: ShopExperience
  readonly shipped: Knowledge
  readonly language: Language
}

export type Learning = {
  readonly view: () => LearningView
  /**
   * Sets everything learnt so far aside: from now on only tickets that are closed later teach. The tickets stay as they
   * are, so it can be undone.
   */
  readonly reset: () => Promise<Answer<LearningView>>
  readonly undoReset: () => Promise<Answer<LearningView>>
  /** The counts as a text to share, with nothing about anybody in it. */
  readonly exported: () => Answer<{ readonly text: string; readonly tickets: number }>
  readonly take: (text: string, file: string) => Promise<Answer<LearningView>>
  readonly drop: () => Promise<Answer<LearningView>>
}

/** What was learnt, shown and looked after. */
export const learningOf = ({ since, starting, experience, shipped, language }: Parts): Learning => {
  const view = (): LearningView => ({
    ...learntOf(starting.knowledge(), experience.now(), language),
    isLooking: experience.isLooking(),
    taught: experience.taught(),
    most: MOST_TICKETS,
    since: since.now(),
    elsewhere: starting.elsewhere(),
    calibration: calibrationOf(experience.judged()),
  })
  const afterLook = async (changed: Answer<unknown>): Promise<Answer<LearningView>> => {
    if (!changed.ok) return changed
    const looked = await experience.look()
    return looked.ok ? done(view()) : looked
  }
  const isShipped = (record: string): boolean =>
    shipped.causes.some(({ id }) => id === record) || shipped.fixes.some(({ id }) => id === record)
  return {
    view,
    reset: async () => afterLook(await since.save(new Date().toISOString())),
    undoReset: async () => afterLook(await since.save(null)),
    exported: () => {
      const taught = experience.taught()
      if (taught === null) return failed('learning.nothing')
      const counts = sharedCounts(experience.now(), { ...taught, knowledge: shipped.version }, isShipped)
      if (counts.groups.length === 0) return failed('learning.nothing')
      const tickets = counts.groups.reduce((sum, group) => sum + group.tickets, 0)
      return done({ text: `${JSON.stringify(counts, null, 1)}\n`, tickets })
    },
    take: async (text, file) => afterLook(await starting.take(text, file)),
    drop: async () => afterLook(await starting.drop()),
  }
}
