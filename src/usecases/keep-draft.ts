import { hear } from '../core/hearing/hear.ts'
import { done, type Answer } from '../core/failure.ts'
import type { DraftView, SavedDraftView } from '../contract/views.ts'
import type { Store } from '../storage/store.ts'
import type { Speech } from './ticket-view.ts'

const NAME = 'new-ticket'
const EMPTY: DraftView = {
  customerName: '',
  phoneNumber: '',
  said: '',
  symptoms: [],
  struck: [],
  consents: [],
}

const withHeard = (draft: DraftView, { knowledge }: Speech): SavedDraftView => ({
  draft,
  heard: hear(draft.said, knowledge),
})

/** The form of a new ticket as it was last typed. */
export const loadDraft = async (store: Store, speech: Speech): Promise<Answer<SavedDraftView>> => {
  const saved = await store.draft(NAME)
  if (!saved.ok) return saved
  return done(
    withHeard(saved.value === null ? EMPTY : { ...EMPTY, ...(JSON.parse(saved.value) as DraftView) }, speech),
  )
}

export const saveDraft = async (
  store: Store,
  speech: Speech,
  draft: DraftView,
): Promise<Answer<SavedDraftView>> => {
  const saved = await store.saveDraft(NAME, JSON.stringify(draft))
  return saved.ok ? done(withHeard(draft, speech)) : saved
}

/** The ticket is open: the form starts empty the next time. */
export const clearDraft = (store: Store): Promise<Answer<null>> => store.saveDraft(NAME, null)
