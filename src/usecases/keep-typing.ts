import { done, type Answer } from '../core/failure.ts'
import type { TypingView } from '../contract/views.ts'
import { TYPING } from '../core/typing.ts'
import type { Store } from '../storage/store.ts'

/** What was typed into forms of tickets and phones and not saved, as it was last typed. */
export const loadTyping = async (store: Store): Promise<Answer<TypingView>> => {
  const saved = await store.draft(TYPING)
  return saved.ok ? done(saved.value === null ? {} : (JSON.parse(saved.value) as TypingView)) : saved
}

export const saveTyping = (store: Store, typing: TypingView): Promise<Answer<null>> =>
  store.saveDraft(TYPING, Object.keys(typing).length === 0 ? null : JSON.stringify(typing))
