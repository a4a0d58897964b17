import { hear } from '../core/hearing/hear.ts'
import { done, type Answer } from '../core/failure.ts'
import { EMPTY_INTAKE_FORM } from '../core/intake.ts'
import { readImei } from '../core/imei.ts'
import { NOTHING_TYPED } from '../core/ticket.ts'
import { NEW_TICKET } from '../core/typing.ts'
import type { DraftView, SavedDraftView } from '../contract/views.ts'
import type { Store } from '../storage/store.ts'
import type { Speech } from './ticket-view.ts'

const EMPTY: DraftView = {
  customerName: '',
  phoneNumber: '',
  said: '',
  symptoms: [],
  struck: [],
  consents: [],
  intake: EMPTY_INTAKE_FORM,
  device: NOTHING_TYPED,
  customerId: null,
  reworkOf: null,
}

/** With what is heard in it, and what is known of whoever has that number. */
const looked = async (
  store: Store,
  draft: DraftView,
  { knowledge }: Speech,
): Promise<Answer<SavedDraftView>> => {
  const seen = await store.seenBefore({
    phoneNumber: draft.phoneNumber,
    imeis: [readImei(draft.device.imei), readImei(draft.device.imei2)].flatMap((imei) => imei ?? []),
  })
  return seen.ok ? done({ draft, heard: hear(draft.said, knowledge), seen: seen.value }) : seen
}

/** The form of a new ticket as it was last typed. */
export const loadDraft = async (store: Store, speech: Speech): Promise<Answer<SavedDraftView>> => {
  const saved = await store.draft(NEW_TICKET)
  if (!saved.ok) return saved
  const kept = saved.value === null ? {} : (JSON.parse(saved.value) as Partial<DraftView>)
  return looked(
    store,
    {
      ...EMPTY,
      ...kept,
      intake: { ...EMPTY_INTAKE_FORM, ...kept.intake },
      device: { ...NOTHING_TYPED, ...kept.device },
    },
    speech,
  )
}

export const saveDraft = async (
  store: Store,
  speech: Speech,
  draft: DraftView,
): Promise<Answer<SavedDraftView>> => {
  const saved = await store.saveDraft(NEW_TICKET, JSON.stringify(draft))
  return saved.ok ? looked(store, draft, speech) : saved
}

/** The ticket is open: the form starts empty the next time. */
export const clearDraft = (store: Store): Promise<Answer<null>> => store.saveDraft(NEW_TICKET, null)
