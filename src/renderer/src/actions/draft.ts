import type { CommandInput } from '../../../contract/commands.ts'
import type { DraftView } from '../../../contract/views.ts'
import { ask, unattended } from '../desk.ts'
import { useStore } from '../store/store.ts'

/** Long enough for a few letters, short enough that a power cut costs a word at most. */
const PAUSE_MS = 250

let timer: ReturnType<typeof setTimeout> | undefined

export const draftToSend = (): CommandInput<'draft.save'> => {
  const { draft } = useStore.getState()
  return {
    ...draft,
    symptoms: [...draft.symptoms],
    struck: [...draft.struck],
    consents: [...draft.consents],
  }
}

const save = async (): Promise<void> => {
  const sent = draftToSend()
  const before = useStore.getState()
  const answer = await ask('draft.save', sent)
  if (!answer.ok) {
    before.draftWasRefused(answer.failure)
    return
  }
  const now = useStore.getState()
  // Other words by now, or none since the ticket was opened: what was heard, or known, is not theirs.
  if (now.draft.said !== sent.said || now.draft.phoneNumber !== sent.phoneNumber) return
  if (now.draft.device.imei !== sent.device.imei || now.draft.device.imei2 !== sent.device.imei2) return
  now.draftWasSaved(answer.value, now.draft === before.draft)
}

/** Saves soon, also while the typing goes on. */
export const keepSaving = (): void => {
  timer ??= setTimeout(() => {
    timer = undefined
    unattended(save())
  }, PAUSE_MS)
}

export const stopSaving = (): void => {
  clearTimeout(timer)
  timer = undefined
}

/** Saves now: the field was left, or the window closes. */
export const flushDraft = (): void => {
  stopSaving()
  if (!useStore.getState().draftSaved) unattended(save())
}

export const typeDraft = (change: Partial<DraftView>): void => {
  useStore.getState().changeDraft(change)
  keepSaving()
}

export const strikeSymptom = (symptom: string, isStruck: boolean): void => {
  useStore.getState().strike(symptom, isStruck)
  keepSaving()
}
