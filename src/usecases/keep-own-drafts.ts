import { done, type Answer } from '../core/failure.ts'
import { emptyDraft, type OwnDraft } from '../core/knowledge/own/own-draft.ts'
import type { Store } from '../storage/store.ts'

const NAME = 'own-knowledge'

/** The forms of own records that were begun and not saved, as they were last typed. */
export const loadOwnDrafts = async (store: Store): Promise<Answer<readonly OwnDraft[]>> => {
  const saved = await store.draft(NAME)
  if (!saved.ok) return saved
  if (saved.value === null) return done([])
  const { forms } = JSON.parse(saved.value) as { readonly forms: readonly OwnDraft[] }
  // An older version kept fewer fields.
  return done(forms.map((form) => ({ ...emptyDraft(form.kind), ...form })))
}

/** Put away under a name: what stands for a customer in other drafts stands for nobody here. */
export const saveOwnDrafts = (store: Store, forms: readonly OwnDraft[]): Promise<Answer<null>> =>
  store.saveDraft(NAME, forms.length === 0 ? null : JSON.stringify({ forms }))
